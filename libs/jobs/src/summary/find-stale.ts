import type { Pool } from 'pg';
import { BUILDER_VERSION, type SummaryName } from './summary.js';
import { servingGeneration } from './read-summary.js';

/**
 * $1 the latest generation that serves, $2 now, $3 how many, $4 the recipe of now. In steps, so that each is found by
 * its index; what waits the longest comes first.
 */
const STALE = `
select story, kind from (
  (select story, kind, touched from summary where made_from < touched and (left_until is null or left_until <= $2) order by touched limit $3)
  union
  (select story, kind, touched from summary where fresh_until <= $2 and (left_until is null or left_until <= $2) order by fresh_until limit $3)
  union
  (select story, kind, touched from summary where made_with < $1 and (left_until is null or left_until <= $2) order by made_with limit $3)
  union
  (select story, kind, touched from summary where recipe < $4 and (left_until is null or left_until <= $2) order by recipe limit $3)
) s order by touched limit $3`;

/**
 * Summaries that must be made anew, found in the tables alone: touched since, changed by time, or made with what is
 * newer now.
 *
 * @param now microseconds since the epoch
 */
export async function findStale(pool: Pool, now: number, limit: number): Promise<SummaryName[]> {
  const { rows } = await pool.query<SummaryName>(STALE, [await servingGeneration(pool), now, limit, BUILDER_VERSION]);
  return rows;
}

/** $1 the latest generation that serves, $2 now, $3 the recipe of now */
const COUNT = `
select kind, count(*)::int as stale, count(failure)::int as failed
  from summary where made_from < touched or fresh_until <= $2 or made_with < $1 or recipe < $3 group by kind`;

/** How many summaries of a kind are stale, and how many of these could not be made. */
export interface StaleCount {
  kind: string;
  stale: number;
  failed: number;
}

/** @param now microseconds since the epoch */
export async function countStale(pool: Pool, now: number): Promise<StaleCount[]> {
  return (await pool.query<StaleCount>(COUNT, [await servingGeneration(pool), now, BUILDER_VERSION])).rows;
}
