import type { TouchedStory } from '#reader/subjects/touched-stories.js';
import type { ClientBase, Pool } from 'pg';
import { readLatestGeneration } from './read-summary.js';
import { BUILDER_VERSION, summaryKinds, type SummaryName, type SummaryStatus } from './summary.js';

/** A short delay, in which requests that come together are collected, milliseconds. */
const MIN_DELAY_MS = 50;
/** The least age at which a summary is built again while its story is touched again and again, milliseconds. */
const MIN_AGE_MS = 1_000;

/** What decides how soon a summary may be built again. */
export type Debounce = Pick<SummaryStatus, 'madeAt' | 'busy'>;

/**
 * How long to wait before a summary may be built again, milliseconds; 0: not at all. In a burst of facts it is built
 * once a second, however many facts there are. Facts that come one by one cause no delay.
 *
 * @param now microseconds since the epoch
 */
export function remainingAge({ madeAt, busy }: Debounce, now: number): number {
  if (!busy || madeAt === null) return 0;
  return Math.max(0, MIN_AGE_MS - Math.floor((now - madeAt) / 1_000));
}

/** How long to wait before the summary of a story that was just touched is built, milliseconds. */
export const debounceDelay = (summary: Debounce, now: number): number =>
  Math.max(MIN_DELAY_MS, remainingAge(summary, now));

/** A summary that became stale, and what decides how soon it may be built again. */
export type Invalidated = SummaryName & Debounce;

/** $1 stories, $2 ends of their last requests, $3 numbers of requests, $4 kinds */
const MARK = `
insert into summary as s (story, kind, touched, touches)
select t.story, k.kind, t.touched, t.touches
  from unnest($1::text[], $2::bigint[], $3::bigint[]) t(story, touched, touches) cross join unnest($4::text[]) k(kind)
 order by t.story, k.kind
on conflict (story, kind) do update
   set touched = greatest(s.touched, excluded.touched), touches = s.touches + excluded.touches,
       left_until = null, failure = null
returning s.story, s.kind, s.made_at, s.busy`;

interface Columns extends SummaryName {
  made_at: string | null;
  busy: boolean;
}

/**
 * Marks the summaries of touched stories as stale. They stay stale until they are built, even if their jobs are lost.
 */
export async function markStale(client: ClientBase, stories: readonly TouchedStory[]): Promise<Invalidated[]> {
  if (stories.length === 0) return [];
  const { rows } = await client.query<Columns>(MARK, [
    stories.map((one) => one.story),
    stories.map((one) => one.position),
    stories.map((one) => one.requests),
    summaryKinds,
  ]);
  return rows.map(({ story, kind, made_at, busy }) => ({
    story,
    kind,
    madeAt: made_at === null ? null : Number(made_at),
    busy,
  }));
}

/**
 * $1 the latest active generation, $2 now, $3 the limit, $4 the current builder version. One select per index. The
 * summary that has waited longest comes first.
 */
const STALE = `
select story, kind from (
  (select story, kind, touched from summary
    where made_from < touched and (left_until is null or left_until <= $2) order by touched limit $3)
  union
  (select story, kind, touched from summary
    where fresh_until <= $2 and (left_until is null or left_until <= $2) order by fresh_until limit $3)
  union
  (select story, kind, touched from summary
    where made_with < $1 and (left_until is null or left_until <= $2) order by made_with limit $3)
  union
  (select story, kind, touched from summary
    where recipe < $4 and (left_until is null or left_until <= $2) order by recipe limit $3)
) s order by touched limit $3`;

/**
 * Finds stale summaries by the tables alone: touched since they were built, changed by time, or built with an older
 * view or an older builder.
 *
 * @param now microseconds since the epoch
 */
export async function findStale(pool: Pool, now: number, limit: number): Promise<SummaryName[]> {
  const { rows } = await pool.query<SummaryName>(STALE, [
    await readLatestGeneration(pool),
    now,
    limit,
    BUILDER_VERSION,
  ]);
  return rows;
}

/** $1 the latest active generation, $2 now, $3 the current builder version */
const COUNT = `
select kind, count(*)::int as stale, count(failure)::int as failed
  from summary where made_from < touched or fresh_until <= $2 or made_with < $1 or recipe < $3 group by kind`;

/** How many summaries of a kind are stale, and for how many of these the last build failed for good. */
export interface StaleCount {
  kind: string;
  stale: number;
  failed: number;
}

/** @param now microseconds since the epoch */
export async function countStale(pool: Pool, now: number): Promise<StaleCount[]> {
  return (await pool.query<StaleCount>(COUNT, [await readLatestGeneration(pool), now, BUILDER_VERSION])).rows;
}
