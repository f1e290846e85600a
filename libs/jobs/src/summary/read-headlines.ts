import { touchedStories } from '#reader/subjects/touched-stories.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { invalidatedUpTo, MAX_EVENTS_CHECKED } from './read-current.js';
import { readLatestGeneration, SUMMARY_STATUS, toSummaryStatus, type StatusColumns } from './read-summary.js';
import { isStale } from './summary.js';

/** $1 stories */
const HEADLINES = `
select s.story, ${SUMMARY_STATUS}, s.content ->> 'headline' as headline
  from summary s where s.story = any($1) and s.kind = 'brief'`;

/**
 * The headlines of the briefs that are kept of some stories, by story, by a few queries for all. Those that are stale
 * at a position are left out.
 *
 * @param position of the log, not beyond the checkpoint of the views
 * @param now microseconds since the epoch
 */
export async function readFreshHeadlines(
  pool: Pool,
  views: readonly AnyView[],
  stories: readonly string[],
  position: number,
  now: number,
): Promise<Map<string, string>> {
  const [generation, checked] = await Promise.all([readLatestGeneration(pool), invalidatedUpTo(pool)]);
  if (position - checked > MAX_EVENTS_CHECKED) return new Map();
  // Read after the invalidator's position, so that it includes at least the touches up to that position.
  const { rows } = await pool.query<StatusColumns & { story: string; headline: string | null }>({
    name: 'headlines',
    text: HEADLINES,
    values: [stories],
  });
  const touched = new Map(
    (await touchedStories(pool, views, checked, position)).map((one) => [one.story, one.position]),
  );
  return new Map(
    rows.flatMap(({ headline, ...row }): [string, string][] => {
      const status = toSummaryStatus(row);
      const isTouched = (touched.get(row.story) ?? 0) > status.madeFrom;
      return headline === null || isTouched || isStale(status, generation, now) ? [] : [[row.story, headline]];
    }),
  );
}
