import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { problemOf } from '../problems/problem-of.js';

export const NDJSON = 'application/x-ndjson';

/**
 * Answers with a JSON text a line, each sent as it comes; who reads slowly slows the source down, and who goes away ends it. What fails before the first
 * line is a problem like any other; later, it is the last line: `{ "error": { "code", "detail" } }`.
 */
export async function sendLines(reply: FastifyReply, source: AsyncIterable<unknown>, logger: Logger): Promise<void> {
  const lines = source[Symbol.asyncIterator]();
  const first = await lines.next();
  const text = async function* (): AsyncGenerator<string> {
    try {
      for (let line = first; !line.done; line = await lines.next()) yield `${JSON.stringify(line.value)}\n`;
    } catch (error) {
      const { code, detail } = problemOf(error);
      logger.error({ requestId: reply.request.id, err: error }, 'an answer broke off');
      yield `${JSON.stringify({ error: { code, detail } })}\n`;
    } finally {
      await lines.return?.();
    }
  };
  void reply.header('content-type', NDJSON).send(Readable.from(text(), { objectMode: false }));
}
