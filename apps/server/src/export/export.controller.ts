import { Certainty } from '#catalogue/values/closed-values.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { readHead } from '#log/read/read-head.js';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ArticleRepository } from '../articles/article.repository.js';
import { permits } from '../auth/identity.js';
import { LOG, type LogPart, RUNTIME, type RuntimePart } from '../bootstrap/parts.js';
import { NDJSON } from '../http/media-types.js';
import { sendLines } from '../http/streaming.js';
import { ImportedArticle } from '../import/import.controller.js';
import { Endpoint } from '../openapi/endpoint.js';
import { cancelOnDisconnect } from '../query/cancel-on-disconnect.js';
import { PositionParameter, TextParameter } from '../query/parameters.js';
import { requireStory } from '../query/story-filter.js';
import { exportLines } from './export-lines.js';

export const ExportQuery = z.strictObject({
  after: PositionParameter.optional().meta({
    type: 'integer',
    minimum: 0,
    description: 'Begins after this position, as if everything up to it had been imported already',
  }),
  story: TextParameter.optional().meta({ description: 'Only events of this story, and the articles that they cite' }),
});

const ExportedSource = z
  .strictObject({
    article: z
      .string()
      .optional()
      .meta({ description: 'The id of an article. A source without one has a url and a publisher' }),
    url: z.string().optional(),
    publisher: z.string().optional(),
    publishedAt: ReducedDate.optional(),
    headline: z.string().optional(),
    quote: z.string().optional(),
    quoteStart: z
      .int()
      .optional()
      .meta({ description: 'Where the quote begins in the body of the article, in UTF-16 code units' }),
    quoteEnd: z.int().optional(),
    attributedTo: z.string().optional(),
    unverified: z
      .literal(true)
      .optional()
      .meta({
        description:
          'The source was never checked against the text of the article. ' +
          'Then publisher, publishedAt and headline are as the client sent them',
      }),
  })
  .meta({ id: 'ExportedSource', description: 'Where the fact was reported' });

/** An event as it can be posted again, and its place in the log. */
export const ExportedEvent = z
  .strictObject({
    id: z.string(),
    type: z.string(),
    story: z.string(),
    occurredAt: ReducedDate.optional(),
    certainty: Certainty.optional(),
    data: z.record(z.string(), z.unknown()),
    source: ExportedSource.optional(),
    position: z.int(),
    version: z.int(),
    recordedAt: z.string(),
    recordedBy: z.string(),
  })
  .meta({
    id: 'ExportedEvent',
    description: 'An event as it can be posted again, and its place in the log, which an import ignores',
  });

export const ExportedLine = z
  .union([
    ExportedEvent,
    z.strictObject({ article: ImportedArticle }),
    z
      .strictObject({ error: z.strictObject({ code: z.string(), detail: z.string() }) })
      .meta({ description: 'The last line of an export that broke off' }),
  ])
  .meta({
    id: 'ExportedLine',
    description: 'A line of an export: an event, or an article before the first event that cites it',
  });

@ApiTags('events')
@Controller('v1/export')
export class ExportController {
  constructor(
    @Inject(LOG) private readonly log: LogPart,
    @Inject(RUNTIME) private readonly runtime: RuntimePart,
    private readonly articles: ArticleRepository,
  ) {}

  @Get()
  @Endpoint({
    id: 'exportEvents',
    summary: 'All events and articles, one JSON text on each line, for an import into another server',
    description:
      'The log in its order, each article before the first event that cites it. The texts of articles are for ' +
      'editors. For others, and where a text was erased, the article has its sha256 only.',
    access: 'reader',
    query: ExportQuery,
    long: 'exports',
    example: { query: { story: 'us-china-trade' } },
    answers: {
      200: {
        description: 'Events and articles, up to the end of the log as it was when the export began',
        schema: ExportedLine,
        types: [NDJSON],
        headers: { 'Dateline-Position': 'The last position of the export' },
      },
    },
    problems: ['not-found'],
  })
  async export(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { pool } = cancelOnDisconnect(this.log, reply);
    const { after = 0, story } = request.validatedQuery as z.output<typeof ExportQuery>;
    const { position } = await readHead(pool);
    await requireStory(pool, story, { position });
    const withBodies = request.identity !== null && permits(request.identity.role, 'editor');
    void reply.header('dateline-position', position).header('vary', 'authorization');
    await sendLines(
      reply,
      exportLines(pool, this.articles, { after, upTo: position, story, withBodies }),
      this.runtime.logger,
    );
  }
}
