import { Problem } from '../problems/problem.js';

/**
 * What takes long, and how much of it one key may have under way at a time; without a key, one address. Of streams it
 * can be configured.
 */
export const concurrencyLimits = { streams: 1_000, replays: 8, imports: 4, exports: 4, verifications: 2 } as const;
export type LongKind = keyof typeof concurrencyLimits;
/** How much of each kind one key may have under way. */
export type ConcurrencyLimits = Readonly<Record<LongKind, number>>;

/** Whole seconds after which to try again: nobody knows when one of them will end. */
const RETRY_AFTER = 5;

/** Counts the long requests under way, so that no one takes all there is to be had. */
export class ConcurrencyLimiter {
  readonly #counts = new Map<string, number>();

  constructor(private readonly most: ConcurrencyLimits = concurrencyLimits) {}

  /**
   * Begins one. Whoever calls must end it, once or more often.
   *
   * @returns ends it
   * @throws Problem `rate-limited` where the holder has as many under way
   */
  begin(kind: LongKind, holder: string): () => void {
    const name = `${kind} ${holder}`;
    const count = this.#counts.get(name) ?? 0;
    if (count >= this.most[kind]) {
      throw new Problem(
        'rate-limited',
        `There may be ${this.most[kind]} ${kind} under way at a time with one key, or from one address.`,
        {
          headers: { 'retry-after': String(RETRY_AFTER) },
        },
      );
    }
    this.#counts.set(name, count + 1);
    let over = false;
    return () => {
      if (over) return;
      over = true;
      const left = (this.#counts.get(name) ?? 1) - 1;
      if (left === 0) this.#counts.delete(name);
      else this.#counts.set(name, left);
    };
  }
}
