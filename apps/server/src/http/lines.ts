import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { watchAuthority } from '../auth/authority-watch.js';
import { streamChunks, type StreamChunksOptions } from './stream-chunks.js';
import { untilAborted } from './until-aborted.js';

export const NDJSON = 'application/x-ndjson';

/**
 * Answers with a JSON text a line, each sent as it comes. What fails before the first line is a problem like any other;
 * later, it is the last line: `{ "error": { "code", "detail" } }`.
 */
export async function sendLines(
  reply: FastifyReply,
  source: AsyncIterable<unknown>,
  logger: Logger,
  options?: StreamChunksOptions,
): Promise<void> {
  await streamChunks(reply, NDJSON, source, (line) => `${JSON.stringify(line)}\n`, logger, options);
}

/**
 * Answers with a text as it comes. What fails before its first piece is a problem like any other; later, and where the
 * key or session of who asked has ended, the connection is cut, so that nobody takes a part for all of it.
 */
export async function sendText(reply: FastifyReply, source: AsyncIterable<string>, type: string): Promise<void> {
  const pieces = untilAborted(source, watchAuthority(reply))[Symbol.asyncIterator]();
  const first = await pieces.next();
  const rest = async function* (): AsyncGenerator<string> {
    for (let piece = first; !piece.done; piece = await pieces.next()) yield piece.value;
  };
  void reply.header('content-type', type).send(Readable.from(rest(), { objectMode: false }));
}
