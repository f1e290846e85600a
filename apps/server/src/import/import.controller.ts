import { Text } from '#catalogue/values/text.js';
import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { ArticleRepository } from '../articles/article.repository.js';
import { ArticleId, ArticleInput } from '../articles/articles.schema.js';
import { watchAuthority } from '../auth/authority-watch.js';
import { actorOf, permits } from '../auth/identity.js';
import { LOG, type LogPart, RUNTIME, type RuntimePart } from '../bootstrap/parts.js';
import { NewEventInput } from '../events/recorded.schema.js';
import { exemptFromTimeout } from '../http/connections.js';
import { limits } from '../http/limits.js';
import { NDJSON } from '../http/media-types.js';
import { drainBody } from '../http/send-problem.js';
import { sendLines, ShutdownSignal } from '../http/streaming.js';
import { EXAMPLE_FACT } from '../openapi/components.js';
import { Endpoint } from '../openapi/endpoint.js';
import { Problem } from '../problems/problem.js';
import { bodyChunks, gunzipChunks } from './body-chunks.js';
import { conflate, importLines } from './import-lines.js';

const { body, ...filed } = ArticleInput.shape;

/** An article in a line. Its id and its sha256 are optional, and must be right where they are given. */
export const ImportedArticle = z
  .strictObject({
    ...filed,
    body: body.optional().meta({
      description: 'The text. With an admin’s key the sha256 can be given in its place; quotes are then not checked',
    }),
    id: ArticleId.optional(),
    revision: z
      .int()
      .min(1)
      .max(1_000_000)
      .optional()
      .meta({ description: 'Only with an admin’s key: its number, where the url has no revision of that number yet' }),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, { error: 'must be a sha256 in hexadecimal, 64 lower-case characters' })
      .optional()
      .meta({ description: 'Of the body' }),
    erased: Text.optional().meta({ description: 'Only with an admin’s key: why the text was erased' }),
  })
  .meta({
    id: 'ImportedArticle',
    description: 'An article in a line of an import or an export',
    anyOf: [{ required: ['body'] }, { required: ['sha256'] }],
  });
export type ImportedArticle = z.output<typeof ImportedArticle>;

export const ImportLineInput = z
  .union([NewEventInput, z.strictObject({ article: ImportedArticle })])
  .meta({ id: 'ImportLine', description: 'A line of an import: an event, or an article that later lines cite' });

export const ImportedLine = z
  .union([
    z
      .strictObject({
        imported: z.int().meta({ description: 'How many lines were stored' }),
        duplicates: z.int().meta({ description: 'How many lines had been stored before' }),
        position: z.int().meta({ description: 'The last position of their events; 0 while there are none' }),
      })
      .meta({ description: 'Running totals, after each batch of lines' }),
    z
      .strictObject({
        error: z.strictObject({
          line: z.int().meta({ description: 'The number of the line, from 1; empty lines count' }),
          code: z.string(),
          detail: z.string(),
          errors: z
            .array(z.strictObject({ pointer: z.string(), detail: z.string() }))
            .meta({ description: 'JSON Pointers into the line' }),
        }),
      })
      .meta({ description: 'The last line, where a line could not be stored. All lines before it are stored' }),
  ])
  .meta({ id: 'Imported', description: 'A line of the answer to an import' });
export type ImportedLine = z.infer<typeof ImportedLine>;

/**
 * How long the rest of a body is read after its key has ended, milliseconds. The connection is then closed, and lasts
 * only a little longer.
 */
const DRAIN_AFTER_END_MS = 400;

@ApiTags('events')
@Controller('v1/events')
export class ImportController {
  constructor(
    @Inject(LOG) private readonly log: LogPart,
    @Inject(RUNTIME) private readonly runtime: RuntimePart,
    private readonly articles: ArticleRepository,
    private readonly commands: CommandBus,
    private readonly stopping: ShutdownSignal,
  ) {}

  @Post('import')
  @HttpCode(200)
  @Endpoint({
    id: 'importEvents',
    summary: 'Records any number of events and articles, one JSON text a line',
    description:
      'The lines are stored in batches of 1,000, each as one request. The import ends at the first line that cannot ' +
      'be stored, or when its key ends; all lines before are stored. The same text sent again continues it, since ' +
      'lines that are stored already are only counted. An article without its text, or one that was erased, needs an ' +
      'admin’s key.',
    access: 'editor',
    long: 'imports',
    headers: { 'Content-Encoding': '`gzip` where the body is compressed' },
    body: { schema: ImportLineInput, types: [NDJSON], description: 'Any number of lines of JSON', gzip: true },
    example: { body: EXAMPLE_FACT },
    answers: { 200: { description: 'Running totals, a line for each batch', schema: ImportedLine, types: [NDJSON] } },
  })
  async import(
    @Body() body: Readable | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (body === undefined) throw new Problem('malformed-json', 'This operation needs a body: one JSON text a line.');
    exemptFromTimeout(request.raw.socket);
    // The rest of a body whose import has ended would be in front of the next request.
    void reply.header('connection', 'close');
    const lines = this.#lines(body, request, watchAuthority(reply));
    await sendLines(reply, lines, this.runtime.logger, { endsItself: true });
  }

  async *#lines(body: Readable, request: FastifyRequest, authority: AbortSignal): AsyncGenerator<ImportedLine> {
    const { identity } = request;
    const leave = new AbortController();
    authority.addEventListener('abort', () => leave.abort());
    const byAdmin = identity !== null && permits(identity.role, 'admin');
    const importer = { name: identity?.name ?? '', actor: actorOf(request), byAdmin, authority };
    const chunks = request.headers['content-encoding'] === 'gzip' ? gunzipChunks : bodyChunks;
    try {
      yield* conflate(
        importLines(chunks(body, leave.signal), importer, {
          commands: this.commands,
          articles: this.articles,
          pool: this.log.pool,
          now: this.log.now,
          logger: this.runtime.logger,
          stopping: this.stopping.signal,
        }),
      );
    } finally {
      leave.abort();
    }
    await new Promise<void>((resolve) =>
      drainBody(request.raw, resolve, authority.aborted ? DRAIN_AFTER_END_MS : limits.restMs),
    );
  }
}
