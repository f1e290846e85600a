import type { Pool } from 'pg';
import { returningStanding, standingOf, type StandingColumns } from './read-summary.js';
import { BUILDER_VERSION, type BuiltSummary, type SummaryStatus, type SummaryName } from './summary.js';

/**
 * $1 story, $2 kind, $3 content, $4 made from, $5 made with, $6 touches counted before it was made, $7 now, $8 fresh
 * until, $9 recipe. What was made from less of the record than what is there is left out: a worker that was held up
 * cannot put a story back.
 */
const WRITE = `
insert into summary as s (story, kind, content, touched, touches, made_from, made_with, made_touches, made_at, fresh_until, recipe)
values ($1, $2, $3, $4, $6, $4, $5, $6, $7, $8, $9)
on conflict (story, kind) do update
   set content = excluded.content, made_from = excluded.made_from, made_with = excluded.made_with, made_at = excluded.made_at,
       fresh_until = excluded.fresh_until, recipe = excluded.recipe, made_touches = greatest(s.made_touches, excluded.made_touches),
       busy = excluded.made_touches - s.made_touches > 1, left_until = null, failure = null
 where s.made_from <= excluded.made_from and s.made_with <= excluded.made_with and s.recipe <= excluded.recipe
${returningStanding}`;

/**
 * Keeps a summary that was just made, unless what is kept knows more.
 *
 * @param touches as counted before it was made
 * @param now microseconds since the epoch
 * @returns how it stands then, or `null` where what is kept knows more
 */
export async function writeSummary(
  pool: Pool,
  { story, kind }: SummaryName,
  made: BuiltSummary,
  touches: number,
  now: number,
): Promise<SummaryStatus | null> {
  const { content, madeFrom, madeWith, freshUntil } = made;
  const { rows } = await pool.query<StandingColumns>({
    name: 'write-summary',
    text: WRITE,
    values: [story, kind, JSON.stringify(content), madeFrom, madeWith, touches, now, freshUntil, BUILDER_VERSION],
  });
  return rows[0] ? standingOf(rows[0]) : null;
}

/**
 * How long the sweep leaves alone what could not be made, microseconds: while it is tried again, and once it was given
 * up.
 */
const TRIED_AGAIN = 10 * 1_000_000;
const GIVEN_UP = 10 * 60 * 1_000_000;

/** $1 story, $2 kind, $3 until when it is left alone, $4 why it was given up, or null */
const FAILED = `update summary set left_until = $3, failure = $4 where story = $1 and kind = $2`;

/**
 * Notes that a summary could not be made: the sweep leaves it alone for a while, or until something is recorded about
 * its story.
 *
 * @param reason once it was given up; `null` while it is tried again
 * @param now microseconds since the epoch
 */
export async function noteFailure(
  pool: Pool,
  { story, kind }: SummaryName,
  reason: string | null,
  now: number,
): Promise<void> {
  await pool.query(FAILED, [story, kind, now + (reason === null ? TRIED_AGAIN : GIVEN_UP), reason]);
}
