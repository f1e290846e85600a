import type { Pool } from 'pg';
import { RECIPE, type SummaryName } from './summary.js';
import { servingGeneration } from './read-summary.js';

/** How long the sweep leaves alone what could not be made, microseconds. A new fact about the story ends it. */
const LEFT_ALONE = 10 * 60 * 1_000_000;

/**
 * $1 the latest generation that serves, $2 now, $3 failures before this, $4 how many, $5 the recipe of now. In steps, so that each is found by its index; what waits the
 * longest comes first.
 */
const STALE = `
select story, kind from (
  (select story, kind, touched from summary where made_from < touched and (failed_at is null or failed_at < $3) order by touched limit $4)
  union
  (select story, kind, touched from summary where fresh_until <= $2 and (failed_at is null or failed_at < $3) order by fresh_until limit $4)
  union
  (select story, kind, touched from summary where made_with < $1 and (failed_at is null or failed_at < $3) order by made_with limit $4)
  union
  (select story, kind, touched from summary where recipe < $5 and (failed_at is null or failed_at < $3) order by recipe limit $4)
) s order by touched limit $4`;

/**
 * Summaries that must be made anew, found in the tables alone: touched since, changed by time, or made with what is newer now.
 *
 * @param now microseconds since the epoch
 */
export async function findStale(pool: Pool, now: number, limit: number): Promise<SummaryName[]> {
  const { rows } = await pool.query<SummaryName>(STALE, [await servingGeneration(pool), now, now - LEFT_ALONE, limit, RECIPE]);
  return rows;
}

/** $1 the latest generation that serves, $2 now, $3 the recipe of now */
const COUNT = `
select kind, count(*)::int as stale, count(failed_at)::int as failed
  from summary where made_from < touched or fresh_until <= $2 or made_with < $1 or recipe < $3 group by kind`;

/** How many summaries of a kind are stale, and how many of these could not be made. */
export interface StaleCount {
  kind: string;
  stale: number;
  failed: number;
}

/** @param now microseconds since the epoch */
export async function countStale(pool: Pool, now: number): Promise<StaleCount[]> {
  return (await pool.query<StaleCount>(COUNT, [await servingGeneration(pool), now, RECIPE])).rows;
}
