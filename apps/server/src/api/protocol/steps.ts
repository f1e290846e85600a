import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import { NotWanted } from '#platform/database/while-wanted.js';
import { problemOf } from '../problems/problem-of.js';

const PATIENCE = 60_000;

/**
 * Answers step by step, each sent as it comes; who reads slowly slows the source down, who stops reading for long is cut off, and who goes away ends it.
 * What fails before the first step is thrown; later, it is the last step.
 *
 * @param write a step as text
 * @param patience how long one who takes nothing is waited for, milliseconds
 */
export async function sendSteps(
  reply: FastifyReply,
  type: string,
  source: AsyncIterable<unknown>,
  write: (step: unknown) => string,
  logger: Logger,
  patience = PATIENCE,
): Promise<void> {
  const steps = source[Symbol.asyncIterator]();
  const first = await steps.next();
  const texts = async function* (): AsyncGenerator<string> {
    try {
      for (let step = first; !step.done; step = await steps.next()) yield write(step.value);
    } catch (error) {
      // Nobody is there to be told.
      if (error instanceof NotWanted) return;
      const { code, detail } = problemOf(error);
      logger.error({ requestId: reply.request.id, err: error }, 'an answer broke off');
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
