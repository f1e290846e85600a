import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { streamChunks } from './stream-chunks.js';

export const EVENT_STREAM = 'text/event-stream';

/** The id of the last event of a stream that ends. */
const END = 'end';

/**
 * Answers with an event a step, each sent as it comes; ids are 1, 2, 3, …, the last one's is `end`. What fails before
 * the first is a problem like any other; later, it is the last event: `{ "error": { "code", "detail" } }`.
 */
export async function sendStream(
  reply: FastifyReply,
  source: AsyncIterable<object>,
  isLast: (step: object) => boolean,
  logger: Logger,
): Promise<void> {
  let sent = 0;
  const write = (step: unknown): string => {
    const id = isLast(step as object) || 'error' in (step as object) ? END : String((sent += 1));
    return `id: ${id}\ndata: ${JSON.stringify(step)}\n\n`;
  };
  void reply.header('cache-control', 'no-store');
  await streamChunks(reply, EVENT_STREAM, source, write, logger);
}

/**
 * An `EventSource` comes back by itself when a stream ends. Whoever has had it all is told that there is no more (204).
 */
export const isDrained = (request: FastifyRequest): boolean => request.headers['last-event-id'] === END;
