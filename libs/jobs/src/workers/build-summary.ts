import type { Pool } from 'pg';
import { readStanding } from '../summary/read-summary.js';
import { debounceDelay, remainingAge } from '../summary/debounce.js';
import { isStale, type BuildSummary, type SummaryName } from '../summary/summary.js';
import { writeSummary } from '../summary/write-summary.js';
import type { SummaryRequest } from '../queues/queues.js';

export interface MakingParts {
  pool: Pool;
  make: BuildSummary;
  /** Queues a summary again. */
  queue: (wanted: readonly SummaryRequest[]) => Promise<void>;
  /** Microseconds since the epoch. */
  now: () => number;
}

/**
 * Makes one summary where it is stale and has stood long enough, keeps it, and looks again whether its story was
 * touched meanwhile. May be done any number of times, by any number of workers at once.
 *
 * @returns whether it was made
 */
export async function buildSummary({ pool, make, queue, now }: MakingParts, name: SummaryName): Promise<boolean> {
  const { standing: before, generation } = await readStanding(pool, name);
  if (before && !isStale(before, generation, now())) return false;
  const wait = before ? remainingAge(before, now()) : 0;
  if (wait > 0) {
    await queue([{ ...name, delay: wait }]);
    return false;
  }
  const made = await make(name.story);
  const after =
    (await writeSummary(pool, name, made, before?.touches ?? 0, now())) ?? (await readStanding(pool, name)).standing;
  if (after && after.madeFrom < after.touched) await queue([{ ...name, delay: debounceDelay(after, now()) }]);
  return true;
}
