import { setTimeout as sleep } from 'node:timers/promises';

/** The request rate, per second, from which on background work is slowed down the most. */
const FULL_RATE = 100;
/** At that rate, background work pauses so many times as long as it worked. */
const PAUSE_FACTOR = 4;
/**
 * The longest pause, milliseconds. Under load, work takes long because it waits for connections, not for the processor.
 */
const MAX_PAUSE_MS = 250;
/** A piece of work that runs longer no longer blocks the next one, milliseconds: it may hang. */
const MAX_HOLD_MS = 1_000;

/**
 * Shares a process between its requests and its background work. While many requests come, background work gets a fifth
 * of the time, so it never stops; without requests, all of it.
 */
export class BackgroundThrottle {
  private weight = 0;
  private at = 0;
  private last: Promise<unknown> = Promise.resolve();

  /** @param now monotonic milliseconds */
  constructor(private readonly now: () => number = () => performance.now()) {}

  recordRequest(): void {
    this.weight = Math.min(FULL_RATE, this.requestRate + 1);
    this.at = this.now();
  }

  /**
   * About how many requests came in the last second, at most `FULL_RATE`. The weight of a request decays with its age.
   */
  get requestRate(): number {
    return this.weight * Math.exp((this.at - this.now()) / 1_000);
  }

  /** Whether requests came lately: a single request counts for most of a second, many count for five. */
  get busy(): boolean {
    return this.requestRate > 0.5;
  }

  /** How long to pause after a piece of work that took so many milliseconds; milliseconds. */
  delayAfter(took: number): number {
    return this.busy ? Math.min(MAX_PAUSE_MS, (PAUSE_FACTOR * took * this.requestRate) / FULL_RATE) : 0;
  }

  /** Runs a piece of work. While requests come, one piece runs at a time, each after the pause of the one before. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (!this.busy) return await work();
    const before = this.last;
    let release: () => void = () => undefined;
    this.last = new Promise<void>((resolve) => (release = resolve));
    await before;
    const began = this.now();
    const hold = setTimeout(release, MAX_HOLD_MS);
    try {
      return await work();
    } finally {
      clearTimeout(hold);
      void sleep(this.delayAfter(this.now() - began)).then(release);
    }
  }
}
