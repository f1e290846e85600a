import { NotWanted } from '#platform/database/while-wanted.js';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { watchAuthority } from '../auth/authority-watch.js';
import { problemOf } from '../problems/problem-of.js';
import { EVENT_STREAM, NDJSON } from './media-types.js';

/**
 * Aborted when the server begins to shut down, before it waits for requests in progress. Ends the answers that would
 * not end by themselves.
 */
@Injectable()
export class ShutdownSignal implements OnModuleDestroy {
  readonly #controller = new AbortController();

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  onModuleDestroy(): void {
    this.#controller.abort();
  }
}

const STALLED_AFTER_MS = 60_000;

export interface StreamChunksOptions {
  /** How long a client may read nothing, milliseconds. */
  stalledAfterMs?: number;
  /** The source itself ends when the client's key or session ends, with a last chunk of its own. */
  endsItself?: boolean;
}

/**
 * Answers with a JSON text on each line, sent as it comes. A failure before the first line is thrown; a later one is
 * the last line: `{ "error": { "code", "detail" } }`.
 */
export async function sendLines(
  reply: FastifyReply,
  source: AsyncIterable<unknown>,
  logger: Logger,
  options?: StreamChunksOptions,
): Promise<void> {
  await streamChunks(reply, NDJSON, source, (line) => `${JSON.stringify(line)}\n`, logger, options);
}

/** The id of the last event of a stream. */
const LAST_ID = 'end';

/**
 * Answers with server-sent events. Their ids are 1, 2, 3, …; the id of the last one is `end`. A failure before the
 * first event is thrown; a later one is the last event: `{ "error": { "code", "detail" } }`.
 */
export async function sendEventStream(
  reply: FastifyReply,
  source: AsyncIterable<object>,
  isLast: (event: object) => boolean,
  logger: Logger,
): Promise<void> {
  let sent = 0;
  const format = (event: unknown): string => {
    const id = isLast(event as object) || 'error' in (event as object) ? LAST_ID : String((sent += 1));
    return `id: ${id}\ndata: ${JSON.stringify(event)}\n\n`;
  };
  void reply.header('cache-control', 'no-store');
  await streamChunks(reply, EVENT_STREAM, source, format, logger);
}

/** Whether an `EventSource`, which reconnects when a stream ends, already has all of it. The answer is then 204. */
export const isDrained = (request: FastifyRequest): boolean => request.headers['last-event-id'] === LAST_ID;

/**
 * Answers with a text as it comes. A failure before the first piece is thrown. A later one, and the end of the client's
 * key or session, cut the connection, so that no client takes a part for the whole.
 */
export async function sendText(reply: FastifyReply, source: AsyncIterable<string>, type: string): Promise<void> {
  const pieces = untilAborted(source, watchAuthority(reply))[Symbol.asyncIterator]();
  const first = await pieces.next();
  const all = async function* (): AsyncGenerator<string> {
    for (let piece = first; !piece.done; piece = await pieces.next()) yield piece.value;
  };
  void reply.header('content-type', type).send(Readable.from(all(), { objectMode: false }));
}

/**
 * Answers chunk by chunk, each sent as it comes. A client that reads slowly slows the source down. One that stops
 * reading for long is disconnected, and one that goes away ends the source, as does the end of its key or session. A
 * failure before the first chunk is thrown; a later one is the last chunk.
 *
 * @param format a chunk as text
 */
export async function streamChunks(
  reply: FastifyReply,
  type: string,
  source: AsyncIterable<unknown>,
  format: (chunk: unknown) => string,
  logger: Logger,
  { stalledAfterMs = STALLED_AFTER_MS, endsItself = false }: StreamChunksOptions = {},
): Promise<void> {
  const authority = watchAuthority(reply);
  const chunks = (endsItself ? source : untilAborted(source, authority))[Symbol.asyncIterator]();
  const first = await chunks.next();
  const texts = async function* (): AsyncGenerator<string> {
    try {
      for (let chunk = first; !chunk.done; chunk = await chunks.next()) yield format(chunk.value);
    } catch (error) {
      // The client has gone.
      if (error instanceof NotWanted) return;
      const { code, detail } = problemOf(error);
      if (error !== authority.reason) logger.error({ requestId: reply.request.id, err: error }, 'an answer broke off');
      yield format({ error: { code, detail } });
    } finally {
      await chunks.return?.();
    }
  };
  const stream = Readable.from(
    detectStall(texts(), stalledAfterMs, () => stream.destroy(new Error('the client stopped reading'))),
    { objectMode: false },
  );
  void reply.header('content-type', type).send(stream);
}

/** Passes texts on. Calls `onStall` if nobody takes the next one for so many milliseconds. */
async function* detectStall(texts: AsyncIterable<string>, ms: number, onStall: () => void): AsyncGenerator<string> {
  let waiting = false;
  const timer = setTimeout(() => (waiting ? onStall() : timer.refresh()), ms).unref();
  try {
    for await (const text of texts) {
      waiting = true;
      timer.refresh();
      yield text;
      waiting = false;
    }
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The values of a source until a signal is aborted. Then it throws the signal's reason at once, also while it waits for
 * the next value. The source is not awaited: what it has in progress ends by itself.
 */
export async function* untilAborted<Value>(source: AsyncIterable<Value>, signal: AbortSignal): AsyncGenerator<Value> {
  const values = source[Symbol.asyncIterator]();
  // One promise for all steps would hold on to the result of each.
  let fail: (reason: unknown) => void = () => undefined;
  const onAbort = (): void => fail(signal.reason);
  signal.addEventListener('abort', onAbort);
  const next = (): Promise<IteratorResult<Value>> =>
    new Promise((resolve, reject) => {
      fail = reject;
      values.next().then(resolve, reject);
    });
  try {
    for (;;) {
      signal.throwIfAborted();
      const value = await next();
      if (value.done) return;
      yield value.value;
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    const returned = values.return?.();
    if (signal.aborted) returned?.catch(() => undefined);
    else await returned;
  }
}
