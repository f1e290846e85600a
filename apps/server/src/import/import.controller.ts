import { Body, Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { watchAuthority } from '../auth/authority-watch.js';
import { actorOf } from '../auth/actor.js';
import { permits } from '../auth/roles.js';
import { ArticleRepository } from '../articles/article.repository.js';
import { Endpoint } from '../openapi/endpoint.js';
import { EXAMPLE_FACT } from '../openapi/examples.js';
import { Problem } from '../problems/problem.js';
import { limits } from '../http/limits.js';
import { NDJSON, sendLines } from '../http/lines.js';
import { exemptFromTimeout } from '../http/long-requests.js';
import { drainBody } from '../http/drain-body.js';
import { ShutdownSignal } from '../http/shutdown-signal.js';
import { ImportedLine, ImportLineInput } from './import.schema.js';
import { importLines } from './import-lines.js';
import { piecesOf } from './pieces-of-body.js';
import { unpack } from './unpack.js';
import { unheld } from './unheld.js';

/**
 * How long what is left of a body is read where its key has ended, milliseconds: less than the connection then has
 * left.
 */
const REST_AFTER_END_MS = 400;

@ApiTags('events')
@Controller('v1/events')
export class ImportController {
  constructor(
    @Inject(SERVER_PARTS) private readonly parts: AppDependencies,
    private readonly articles: ArticleRepository,
    private readonly stopping: ShutdownSignal,
  ) {}

  @Post('import')
  @HttpCode(200)
  @Endpoint({
    id: 'importEvents',
    summary: 'Records any number of events and articles, a JSON text a line',
    description:
      'Stored in groups of 1,000 lines, each as one request. A line that cannot be stored ends it, with those before it stored; the same sent again goes on, as what is stored already is only counted. So does an import end with its key. ' +
      'An article without its text, or one that was erased, needs an admin’s key.',
    access: 'editor',
    long: 'imports',
    headers: { 'Content-Encoding': '`gzip` where the body comes packed' },
    body: { schema: ImportLineInput, types: [NDJSON], description: 'Lines of JSON, without end', packed: true },
    example: { body: EXAMPLE_FACT },
    answers: { 200: { description: 'Running totals, a line a group', schema: ImportedLine, types: [NDJSON] } },
  })
  async import(
    @Body() body: Readable | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (body === undefined) throw new Problem('malformed-json', 'A body is needed here: a JSON text a line.');
    exemptFromTimeout(request.raw.socket);
    // What is left of a body that was refused half way is in the way of a next request.
    void reply.header('connection', 'close');
    await sendLines(reply, this.#lines(body, request, watchAuthority(reply)), this.parts.logger, { endsItself: true });
  }

  async *#lines(body: Readable, request: FastifyRequest, authority: AbortSignal): AsyncGenerator<ImportedLine> {
    const { pool, appender, now, logger } = this.parts;
    const leave = new AbortController();
    authority.addEventListener('abort', () => leave.abort());
    const vouched = request.identity !== null && permits(request.identity.role, 'admin');
    const whose = { importer: actorOf(request), vouched, authority };
    const options = { pool, appender, now, logger, articles: this.articles, stopping: this.stopping.signal, ...whose };
    try {
      const read = request.headers['content-encoding'] === 'gzip' ? unpack : piecesOf;
      yield* unheld(importLines(read(body, leave.signal), request.identity?.name ?? '', options));
    } finally {
      leave.abort();
    }
    await new Promise<void>((resolve) =>
      drainBody(request.raw, resolve, authority.aborted ? REST_AFTER_END_MS : limits.restMs),
    );
  }
}
