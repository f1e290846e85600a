import { setTimeout } from 'node:timers/promises';

/** Resolves after so many milliseconds, or as soon as the signal is aborted. */
type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export interface PollingWorkerOptions {
  /** Does one piece of work. It may then wait by `idle` or `pause`; the next step begins when it returns. */
  step: () => Promise<void>;
  /** Subscribes to a source of new work, such as NOTIFY; returns the function that unsubscribes. */
  subscribe: (wake: () => void) => () => void;
  /** A step failed. It is tried again after a pause. */
  onFailure: (error: unknown) => void;
  /** For tests. */
  sleep?: Sleep;
}

const realSleep: Sleep = (milliseconds, signal) =>
  setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);

const MIN_BACKOFF_MS = 100;
const MAX_BACKOFF_MS = 2_000;

/**
 * A loop that does work until it is stopped: step after step, with an exponential backoff after failures. Where there
 * is nothing to do, the step calls `idle`: then the loop polls, and a notification only makes it look sooner.
 */
export class PollingWorker {
  private readonly stopping = new AbortController();
  private readonly sleep: Sleep;
  /** Whether a notification came since the last step began. */
  private woken = false;
  private endIdle: () => void = () => undefined;
  private running: Promise<void> | null = null;
  private unsubscribe: (() => void) | null = null;

  constructor(private readonly options: PollingWorkerOptions) {
    this.sleep = options.sleep ?? realSleep;
  }

  get stopped(): boolean {
    return this.stopping.signal.aborted;
  }

  start(): void {
    this.unsubscribe = this.options.subscribe(() => this.wake());
    this.running = this.run();
  }

  /** Resolves once the step under way is done. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.unsubscribe?.();
    this.wake();
    await this.running;
  }

  /** There may be something to do. */
  wake(): void {
    this.woken = true;
    this.endIdle();
  }

  /**
   * For a step: waits until `wake` or `stop` is called, at most so many milliseconds. Not at all if it was called
   * meanwhile.
   */
  async idle(milliseconds: number): Promise<void> {
    if (this.woken || this.stopped) return;
    const woken = new AbortController();
    this.endIdle = () => woken.abort();
    await this.sleep(milliseconds, woken.signal);
    this.endIdle = () => undefined;
  }

  /** For a step: waits so many milliseconds, or until `stop` is called. */
  async pause(milliseconds: number): Promise<void> {
    await this.sleep(milliseconds, this.stopping.signal);
  }

  private async run(): Promise<void> {
    let backoff = MIN_BACKOFF_MS;
    while (!this.stopped) {
      this.woken = false;
      try {
        await this.options.step();
        backoff = MIN_BACKOFF_MS;
      } catch (error) {
        this.options.onFailure(error);
        await this.pause(backoff);
        backoff = Math.min(backoff * 2, MAX_BACKOFF_MS);
      }
    }
  }
}
