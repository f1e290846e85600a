import { touchedStories } from '#reader/subjects/touched-stories.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { readLatestGeneration, readSummary } from './read-summary.js';
import { isStale, type SummaryName } from './summary.js';

/** A summary as it was last built. */
export interface CurrentSummary {
  content: unknown;
  /** The position of the log that it was built from. */
  madeFrom: number;
  /** Whether something in it may have changed since. */
  stale: boolean;
}

/**
 * The most events that are checked for one reader. If the invalidator is further behind, the summary counts as stale.
 */
export const MAX_EVENTS_CHECKED = 1_000;

/**
 * The stored summary of a story, and whether it is stale at a position; `null` if none was built yet.
 *
 * @param position of the log, not beyond the checkpoint of the views
 * @param now microseconds since the epoch
 */
export async function readCurrent(
  pool: Pool,
  views: readonly AnyView[],
  name: SummaryName,
  position: number,
  now: number,
): Promise<CurrentSummary | null> {
  const [generation, checked] = await Promise.all([readLatestGeneration(pool), invalidatedUpTo(pool)]);
  // Read after the invalidator's position, so that it includes at least the touches up to that position.
  const summary = await readSummary(pool, name);
  if (!summary || summary.madeAt === null) return null;
  const { content, madeFrom } = summary;
  const stale =
    isStale(summary, generation, now) ||
    (await isTouched(pool, views, name.story, Math.max(checked, madeFrom), position));
  return { content, madeFrom, stale };
}

const INVALIDATOR = 'select f.position, h.position as head from summary_feed f cross join log_head h';

/** The position of the invalidator, and the head of the log at the same moment. */
export async function readInvalidatorPosition(pool: Pool): Promise<{ position: number; head: number }> {
  const { rows } = await pool.query<{ position: string; head: string }>(INVALIDATOR);
  return { position: Number(rows[0]?.position ?? 0), head: Number(rows[0]?.head ?? 0) };
}

/** A position beyond the log belongs to another log, for example before a restore: then it counts as 0. */
export async function invalidatedUpTo(pool: Pool): Promise<number> {
  const { position, head } = await readInvalidatorPosition(pool);
  return position > head ? 0 : position;
}

/** Whether an event in `(after, upTo]`, which the invalidator has not processed yet, touched a story. */
async function isTouched(
  pool: Pool,
  views: readonly AnyView[],
  story: string,
  after: number,
  upTo: number,
): Promise<boolean> {
  if (upTo <= after) return false;
  if (upTo - after > MAX_EVENTS_CHECKED) return true;
  return (await touchedStories(pool, views, after, upTo)).some((one) => one.story === story);
}
