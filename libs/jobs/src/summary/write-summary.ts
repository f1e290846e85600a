import type { Pool } from 'pg';
import { RECIPE, type MadeSummary, type SummaryName } from './summary.js';

/**
 * $1 story, $2 kind, $3 content, $4 made from, $5 made with, $6 touches counted before it was made, $7 now, $8 fresh until, $9 recipe.
 * What was made from less of the record than what is there is left out: a worker that was held up cannot put a story back.
 */
const WRITE = `
insert into summary as s (story, kind, content, touched, touches, made_from, made_with, made_touches, made_at, fresh_until, recipe)
values ($1, $2, $3, $4, $6, $4, $5, $6, $7, $8, $9)
on conflict (story, kind) do update
   set content = excluded.content, made_from = excluded.made_from, made_with = excluded.made_with, made_at = excluded.made_at,
       fresh_until = excluded.fresh_until, recipe = excluded.recipe, made_touches = greatest(s.made_touches, excluded.made_touches),
       busy = excluded.made_touches - s.made_touches > 1, failed_at = null, failure = null
 where s.made_from <= excluded.made_from and s.made_with <= excluded.made_with and s.recipe <= excluded.recipe`;

/**
 * Keeps a summary that was just made, unless what is kept knows more.
 *
 * @param touches as counted before it was made
 * @param now microseconds since the epoch
 */
export async function writeSummary(
  pool: Pool,
  { story, kind }: SummaryName,
  made: MadeSummary,
  touches: number,
  now: number,
): Promise<void> {
  const { content, madeFrom, madeWith, freshUntil } = made;
  await pool.query({
    name: 'write-summary',
    text: WRITE,
    values: [story, kind, JSON.stringify(content), madeFrom, madeWith, touches, now, freshUntil, RECIPE],
  });
}

/** $1 story, $2 kind, $3 now, $4 why */
const FAILED = `update summary set failed_at = $3, failure = $4 where story = $1 and kind = $2`;

/** Notes that a summary could not be made, after all retries: the sweep leaves it alone for a while. */
export async function noteFailure(pool: Pool, { story, kind }: SummaryName, reason: string, now: number): Promise<void> {
  await pool.query(FAILED, [story, kind, now, reason]);
}
