import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readEventsById } from '#log/read/read-events.js';
import { ArticleRepository } from '../articles/article.repository.js';
import { ArticleId, parseArticleId, unknownArticle } from '../articles/articles.schema.js';
import { settleSources } from '../articles/file-article.command.js';
import { LOG, type LogPart } from '../bootstrap/parts.js';
import { Endpoint } from '../openapi/endpoint.js';
import { EXAMPLE_ARTICLE } from '../openapi/components.js';
import { Problem, unavailable } from '../problems/problem.js';
import { cancelOnDisconnect } from '../query/cancel-on-disconnect.js';
import { pagedList } from '../query/page.js';
import { clockParameters, pageParameters, PositionParameter, PositionPlace } from '../query/parameters.js';
import { readBody } from '../query/read-body.js';
import { ArticleCorrectedBody, ArticleCorrectionInput, correctionsOfArticle } from './correct-article.js';
import { EventsBody } from './event.schema.js';
import { DryRunBody } from './recorded.schema.js';
import { RecordEventsResponder } from './record-events-responder.js';
import { toEventBody } from './to-event-body.js';
import { RecordQuery, WRITE_REQUEST_HEADERS, WRITE_RESPONSE_HEADERS } from './write-protocol.js';

const { recordedAsOf, minPosition } = clockParameters;

const ArticleEventsQuery = z.strictObject({
  recordedAsOf,
  minPosition,
  ...pageParameters,
  after: PositionParameter.optional().meta({ type: 'integer', minimum: 0, description: 'Events after this position' }),
});

const events = pagedList(ArticleEventsQuery, PositionPlace);

/** How often the accounts of an article are read for one correction. */
const ATTEMPTS = 5;

/** Not in the folder `articles`, which does not depend on events. */
@ApiTags('articles')
@Controller('v1/articles')
export class ArticleEventsController {
  constructor(
    @Inject(LOG) private readonly log: LogPart,
    private readonly articles: ArticleRepository,
    private readonly responder: RecordEventsResponder,
  ) {}

  @Post(':id/correction')
  @Endpoint({
    id: 'correctArticle',
    summary: 'Corrects when an article was published: records EventCorrected for each account taken from it',
    description:
      'In one request, for at most 1,000 accounts; `more` says whether there are others. Accounts that have this ' +
      'date already, or are retracted, are left alone, so the same request again records nothing. A request that ' +
      'records nothing leaves its Idempotency-Key free. The article stays as it was filed.',
    access: 'editor',
    params: { id: ArticleId },
    query: RecordQuery,
    headers: WRITE_REQUEST_HEADERS,
    body: { schema: ArticleCorrectionInput },
    example: {
      params: { id: EXAMPLE_ARTICLE },
      body: { publishedAt: '2025-05-15', reason: 'The date was that of the print edition.' },
    },
    answers: {
      200: {
        description: 'No account had another date; or, for a dry run, what would change',
        schema: z.union([ArticleCorrectedBody, DryRunBody]),
        headers: { 'Preference-Applied': WRITE_RESPONSE_HEADERS['Preference-Applied'] },
      },
      201: {
        description: 'The corrections are recorded',
        schema: ArticleCorrectedBody,
        headers: WRITE_RESPONSE_HEADERS,
      },
    },
    problems: ['not-found', 'invalid-request', 'invalid-event', 'idempotency-key-reused', 'version-mismatch'],
  })
  async correct(
    @Param('id') text: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const input = readBody(ArticleCorrectionInput, body);
    const id = parseArticleId(text);
    if (!(await this.articles.find(id))) throw unknownArticle(text);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const { parsed, more } = await correctionsOfArticle(this.log.pool, id, input);
      try {
        await this.responder.record(request, reply, () => parsed, { article: id, body }, { more });
        return;
      } catch (error) {
        // An account was retracted after the accounts were read. The others are still to be corrected.
        if (!(error instanceof Problem && error.code === 'already-retracted')) throw error;
      }
    }
    throw unavailable('Accounts of this article were retracted again and again meanwhile. Try again.');
  }

  @Get(':id/events')
  @Endpoint({
    id: 'listArticleEvents',
    summary: 'The facts taken from an article, in the order of the log',
    access: 'reader',
    params: { id: ArticleId },
    query: ArticleEventsQuery,
    example: { params: { id: EXAMPLE_ARTICLE } },
    answers: { 200: { description: 'A page of events', schema: EventsBody } },
    problems: ['not-found', 'bad-cursor'],
  })
  async list(@Param('id') text: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const log = cancelOnDisconnect(this.log, reply);
    const page = await events.open(log, request);
    const id = parseArticleId(text);
    if (!(await this.articles.find(id))) throw unknownArticle(text);
    const { query, clocks, limit } = page;
    const ids = await this.articles.eventIdsOf(id, page.after ?? query.after ?? 0, clocks.position, limit + 1);
    const found = await readEventsById(log.pool, ids.slice(0, limit));
    const items = (await settleSources(log.pool, found)).map(toEventBody);
    events.answer(request, reply, page, items, ids.length > limit ? (items.at(-1)?.position ?? null) : null);
  }
}
