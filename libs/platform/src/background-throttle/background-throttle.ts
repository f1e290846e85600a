import { setTimeout as sleep } from 'node:timers/promises';

/** How many requests a second have all the room that there is. */
const MANY = 100;
/** How many times as long as it took a piece of work is then rested, beside so many. */
const REST = 4;
/** No rest is longer: what waits for connections beside many requests takes longer than it works. Milliseconds. */
const LONGEST = 250;
/** A piece of work that takes longer holds up the next one no longer, milliseconds: it may hang. */
const HOLDS = 1_000;

/**
 * The room of a process, for those who ask and those who work at length: beside many requests, work takes a fifth of
 * the time, and so never stands still; where nobody asks, all of it.
 */
export class BackgroundThrottle {
  private weight = 0;
  private at = 0;
  private last: Promise<unknown> = Promise.resolve();

  /** @param now milliseconds */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Someone asks. */
  ask(): void {
    this.weight = Math.min(MANY, this.asked + 1);
    this.at = this.now();
  }

  /** About how many asked within the last second, `MANY` at most: each counts the less the longer ago it was. */
  get asked(): number {
    return this.weight * Math.exp((this.at - this.now()) / 1_000);
  }

  /** Whether anyone asked lately: one request counts for most of a second, many for five. */
  get shared(): boolean {
    return this.asked > 0.5;
  }

  /** How long to rest after a piece of work, milliseconds. */
  restAfter(took: number): number {
    return this.shared ? Math.min(LONGEST, (REST * took * this.asked) / MANY) : 0;
  }

  /** Does a piece of work: where others ask, one piece after the other, each after the rest of the one before it. */
  async turn<T>(work: () => Promise<T>): Promise<T> {
    if (!this.shared) return await work();
    const before = this.last;
    let over: () => void = () => undefined;
    this.last = new Promise<void>((resolve) => (over = resolve));
    await before;
    const began = this.now();
    const held = setTimeout(over, HOLDS);
    try {
      return await work();
    } finally {
      clearTimeout(held);
      void sleep(this.restAfter(this.now() - began)).then(over);
    }
  }
}
