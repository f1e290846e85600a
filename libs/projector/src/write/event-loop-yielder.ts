import type { ClientBase } from 'pg';
import { setImmediate as turn } from 'node:timers/promises';

/** How long this process computes before it lets the event loop run, milliseconds. */
const MAX_TURN = 0.5;

/** What is done between two parts of long work. */
export type YieldFn = () => Promise<void>;

/** Lets the event loop run: requests are answered, and the database gets the next statement. */
export const yieldToEventLoop: YieldFn = () => turn();

/**
 * How long a transaction may be without a statement while this process computes, milliseconds. PostgreSQL ends it after
 * ten seconds (`BEGIN` in `../store/statement.ts`).
 */
const MAX_SILENCE = 2_000;

/**
 * A pause that also keeps a transaction alive: every two seconds it sends a statement that changes nothing. So only a
 * process that never pauses loses its transaction.
 *
 * @throws the error of the statement: the transaction may be gone
 */
export function keptAlive(client: ClientBase, pause: YieldFn): YieldFn {
  let sent = performance.now();
  return async () => {
    await pause();
    if (performance.now() - sent < MAX_SILENCE) return;
    await client.query('select');
    sent = performance.now();
  };
}

/** Lets the event loop run now and then within a long computation, or makes longer pauses. */
export class EventLoopYielder {
  private taken = 0;

  constructor(private readonly pause: YieldFn = yieldToEventLoop) {}

  get due(): boolean {
    return performance.now() - this.taken >= MAX_TURN;
  }

  async take(): Promise<void> {
    await this.pause();
    this.taken = performance.now();
  }
}
