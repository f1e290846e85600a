import type { Pool } from 'pg';
import type { Queues, SummaryRequest } from '../queues/queues.js';
import { debounceDelay, findStale, remainingAge } from '../summary/staleness.js';
import { readSummaryStatus } from '../summary/read-summary.js';
import { isStale, type BuildSummary, type SummaryName } from '../summary/summary.js';
import { writeSummary } from '../summary/write-summary.js';

export interface BuildJobParts {
  pool: Pool;
  build: BuildSummary;
  /** Queues a summary again. */
  queue: (requests: readonly SummaryRequest[]) => Promise<void>;
  /** Microseconds since the epoch. */
  now: () => number;
}

/**
 * Builds and stores one summary, if it is stale and old enough. Then it queues the summary again if its story was
 * touched meanwhile. Any number of workers may run it for the same summary, any number of times.
 *
 * @returns whether it was built
 */
export async function rebuildSummary({ pool, build, queue, now }: BuildJobParts, name: SummaryName): Promise<boolean> {
  const { status: before, generation } = await readSummaryStatus(pool, name);
  if (before && !isStale(before, generation, now())) return false;
  const delay = before ? remainingAge(before, now()) : 0;
  if (delay > 0) {
    await queue([{ ...name, delay }]);
    return false;
  }
  const built = await build(name.story);
  const stored = await writeSummary(pool, name, built, before?.touches ?? 0, now());
  const after = stored ?? (await readSummaryStatus(pool, name)).status;
  if (after && after.madeFrom < after.touched) await queue([{ ...name, delay: debounceDelay(after, now()) }]);
  return true;
}

/** The most summaries that one sweep queues. The next sweep, seconds later, finds the others. */
const SWEEP_LIMIT = 5_000;

/**
 * Queues the stale summaries that the tables hold: those whose jobs were lost, and those that became stale by time
 * alone.
 *
 * @returns how many it queued
 */
export async function sweepStale(pool: Pool, queues: Pick<Queues, 'addStale'>, now: number): Promise<number> {
  const stale = await findStale(pool, now, SWEEP_LIMIT);
  if (stale.length > 0) await queues.addStale(stale);
  return stale.length;
}
