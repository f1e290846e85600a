import { touchedStories } from '#reader/subjects/touched-stories.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { readFeedAt } from './feed-at.js';
import { readSummary, servingGeneration } from './read-summary.js';
import { isStale, type SummaryName } from './summary.js';

/** A summary as it was last made. */
export interface CurrentSummary {
  content: unknown;
  /** The position of the log that it was made from. */
  madeFrom: number;
  /** Something of it has changed since. */
  stale: boolean;
}

/**
 * Events that are looked through for one reader at most. Where the feed is further behind, everything counts as
 * changed.
 */
const LOOKED_THROUGH = 1_000;

/**
 * The stored summary of a story, and whether it still holds at a position; `null` where none was made yet.
 *
 * @param position of the log, no further than the views stand
 * @param now microseconds since the epoch
 */
export async function readCurrent(
  pool: Pool,
  views: readonly AnyView[],
  name: SummaryName,
  position: number,
  now: number,
): Promise<CurrentSummary | null> {
  const [generation, fed] = await Promise.all([servingGeneration(pool), fedTo(pool)]);
  // Read after how far the feed had come: what it has noted since can only be more.
  const summary = await readSummary(pool, name);
  if (!summary || summary.madeAt === null) return null;
  const { content, madeFrom } = summary;
  const stale =
    isStale(summary, generation, now) ||
    (await touchedSince(pool, views, name.story, Math.max(fed, madeFrom), position));
  return { content, madeFrom, stale };
}

/**
 * How far the feed has come. One that stands beyond the log has looked at something else: then nothing is taken as
 * looked at.
 */
async function fedTo(pool: Pool): Promise<number> {
  const { position, head } = await readFeedAt(pool);
  return position > head ? 0 : position;
}

/** Whether a story was touched by what the feed has not looked at yet. */
async function touchedSince(
  pool: Pool,
  views: readonly AnyView[],
  story: string,
  after: number,
  upTo: number,
): Promise<boolean> {
  if (upTo <= after) return false;
  if (upTo - after > LOOKED_THROUGH) return true;
  return (await touchedStories(pool, views, after, upTo)).some((one) => one.story === story);
}
