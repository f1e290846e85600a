import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { watchAuthority } from '../auth/authority-watch.js';
import { NotWanted } from '#platform/database/while-wanted.js';
import { problemOf } from '../problems/problem-of.js';
import { untilAborted } from './until-aborted.js';

const PATIENCE = 60_000;

export interface StreamChunksOptions {
  /** How long one who takes nothing is waited for, milliseconds. */
  patience?: number;
  /** The source says by itself that the key or session of who asked has ended, and ends. */
  endsItself?: boolean;
}

/**
 * Answers step by step, each sent as it comes; who reads slowly slows the source down, who stops reading for long is
 * cut off, and who goes away ends it. It ends with the key or session of who asked. What fails before the first step is
 * thrown; later, it is the last step.
 *
 * @param write a step as text
 */
export async function streamChunks(
  reply: FastifyReply,
  type: string,
  source: AsyncIterable<unknown>,
  write: (step: unknown) => string,
  logger: Logger,
  { patience = PATIENCE, endsItself = false }: StreamChunksOptions = {},
): Promise<void> {
  const authority = watchAuthority(reply);
  const steps = (endsItself ? source : untilAborted(source, authority))[Symbol.asyncIterator]();
  const first = await steps.next();
  const texts = async function* (): AsyncGenerator<string> {
    try {
      for (let step = first; !step.done; step = await steps.next()) yield write(step.value);
    } catch (error) {
      // Nobody is there to be told.
      if (error instanceof NotWanted) return;
      const { code, detail } = problemOf(error);
      if (error !== authority.reason) logger.error({ requestId: reply.request.id, err: error }, 'an answer broke off');
      yield write({ error: { code, detail } });
    } finally {
      await steps.return?.();
    }
  };
  const stream = Readable.from(
    patient(texts(), patience, () => stream.destroy(new Error('the reader took nothing for long'))),
    { objectMode: false },
  );
  void reply.header('content-type', type).send(stream);
}

/** The same texts; where nobody takes the next one for long, `giveUp` is called. */
async function* patient(texts: AsyncIterable<string>, patience: number, giveUp: () => void): AsyncGenerator<string> {
  let waiting = false;
  const timer = setTimeout(() => (waiting ? giveUp() : timer.refresh()), patience).unref();
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
