import { setImmediate as turn } from 'node:timers/promises';

/** For how long this process computes before it looks at what has come meanwhile, milliseconds. */
const TURN = 0.5;

/** What is done between two pieces of long work. */
export type Pause = () => Promise<void>;

/** Requests are answered, and the database is given the next statement that it waits for. */
export const nextTurn: Pause = () => turn();

/** Turns of the event loop within a long computation, or longer pauses. */
export class Turns {
  private taken = 0;

  constructor(private readonly pause: Pause = nextTurn) {}

  get due(): boolean {
    return performance.now() - this.taken >= TURN;
  }

  async take(): Promise<void> {
    await this.pause();
    this.taken = performance.now();
  }
}
