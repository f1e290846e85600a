import { setImmediate as turn } from 'node:timers/promises';

/** For how long this process computes before it looks at what has come meanwhile, milliseconds. */
const TURN = 0.5;

/** Turns of the event loop within a long computation: requests are answered between, and the database is given the next statement that it waits for. */
export class Turns {
  private taken = 0;

  get due(): boolean {
    return performance.now() - this.taken >= TURN;
  }

  async take(): Promise<void> {
    await turn();
    this.taken = performance.now();
  }
}
