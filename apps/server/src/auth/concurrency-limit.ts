import { Problem } from '../problems/problem.js';

/**
 * How many requests that take long one holder may have in progress: one key, or one address without a key. The number
 * of streams can be configured.
 */
export const concurrencyLimits = {
  streams: 1_000,
  replays: 8,
  series: 8,
  imports: 4,
  exports: 4,
  verifications: 2,
} as const;
export type LongKind = keyof typeof concurrencyLimits;
export type ConcurrencyLimits = Readonly<Record<LongKind, number>>;

/** Whole seconds. When one of them will end is not known. */
const RETRY_AFTER = 5;

/** Counts the long requests in progress, so that no holder takes all resources. */
export class ConcurrencyLimiter {
  readonly #counts = new Map<string, number>();

  constructor(private readonly limits: ConcurrencyLimits = concurrencyLimits) {}

  /**
   * Counts one more request.
   *
   * @returns a function that the caller must call when the request ends; further calls do nothing
   * @throws Problem `rate-limited` where the holder has reached the limit
   */
  begin(kind: LongKind, holder: string): () => void {
    const name = `${kind} ${holder}`;
    const count = this.#counts.get(name) ?? 0;
    if (count >= this.limits[kind]) {
      throw new Problem(
        'rate-limited',
        `One key, or one address without a key, may have ${this.limits[kind]} ${kind} in progress at a time.`,
        { headers: { 'retry-after': String(RETRY_AFTER) } },
      );
    }
    this.#counts.set(name, count + 1);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      const left = (this.#counts.get(name) ?? 1) - 1;
      if (left === 0) this.#counts.delete(name);
      else this.#counts.set(name, left);
    };
  }
}
