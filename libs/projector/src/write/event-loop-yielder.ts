import type { ClientBase } from 'pg';
import { setImmediate as turn } from 'node:timers/promises';

/** For how long this process computes before it looks at what has come meanwhile, milliseconds. */
const TURN = 0.5;

/** What is done between two pieces of long work. */
export type YieldFn = () => Promise<void>;

/** Requests are answered, and the database is given the next statement that it waits for. */
export const yieldToEventLoop: YieldFn = () => turn();

/**
 * For how long a transaction is left without a statement while this process computes, milliseconds: PostgreSQL ends it
 * after ten seconds.
 */
const SILENCE = 2_000;

/**
 * The same pause, in which a transaction is also kept alive: so that only a process that does not even come to its
 * pauses loses it. A statement that changes nothing is sent every two seconds, whatever else is.
 *
 * @throws what the statement is answered with: the transaction may be gone
 */
export function keptAlive(client: ClientBase, pause: YieldFn): YieldFn {
  let sent = performance.now();
  return async () => {
    await pause();
    if (performance.now() - sent < SILENCE) return;
    await client.query('select');
    sent = performance.now();
  };
}

/** Turns of the event loop within a long computation, or longer pauses. */
export class EventLoopYielder {
  private taken = 0;

  constructor(private readonly pause: YieldFn = yieldToEventLoop) {}

  get due(): boolean {
    return performance.now() - this.taken >= TURN;
  }

  async take(): Promise<void> {
    await this.pause();
    this.taken = performance.now();
  }
}
