import type { SummaryStatus } from './summary.js';

/** A single fact is told at once; only requests that come together are waited for, milliseconds. */
const GATHERED = 50;
/** How long a summary stands at least while its story is touched again and again, milliseconds. */
const STANDS = 1_000;

/** What says how soon a summary may be made again. */
export type Debounce = Pick<SummaryStatus, 'madeAt' | 'busy'>;

/**
 * How long a summary still has to stand before it is made again, milliseconds, 0 where it need not. In a burst of facts
 * it is made once a second, however many they are; facts that come one by one are each told at once.
 *
 * @param now microseconds since the epoch
 */
export function remainingAge({ madeAt, busy }: Debounce, now: number): number {
  if (!busy || madeAt === null) return 0;
  return Math.max(0, STANDS - Math.floor((now - madeAt) / 1_000));
}

/** How long to wait before a story that was just touched is told again, milliseconds. */
export const debounceDelay = (pace: Debounce, now: number): number => Math.max(GATHERED, remainingAge(pace, now));
