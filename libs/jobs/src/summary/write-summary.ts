import type { Pool } from 'pg';
import { returningStatus, toSummaryStatus, type StatusColumns } from './read-summary.js';
import { BUILDER_VERSION, type BuiltSummary, type SummaryStatus, type SummaryName } from './summary.js';

/**
 * $1 story, $2 kind, $3 content, $4 made from, $5 made with, $6 touches counted before the build, $7 now, $8 fresh
 * until, $9 builder version. A summary that was built from less of the log than the stored one is not written, so a
 * slow worker cannot put a story back.
 */
const WRITE = `
insert into summary as s
  (story, kind, content, touched, touches, made_from, made_with, made_touches, made_at, fresh_until, recipe)
values ($1, $2, $3, $4, $6, $4, $5, $6, $7, $8, $9)
on conflict (story, kind) do update
   set content = excluded.content, made_from = excluded.made_from, made_with = excluded.made_with,
       made_at = excluded.made_at, fresh_until = excluded.fresh_until, recipe = excluded.recipe,
       made_touches = greatest(s.made_touches, excluded.made_touches),
       busy = excluded.made_touches - s.made_touches > 1, left_until = null, failure = null
 where s.made_from <= excluded.made_from and s.made_with <= excluded.made_with and s.recipe <= excluded.recipe
${returningStatus}`;

/**
 * Stores a summary, unless the stored one was built from more.
 *
 * @param touches as counted before the build
 * @param now microseconds since the epoch
 * @returns the new status, or `null` if it was not stored
 */
export async function writeSummary(
  pool: Pool,
  { story, kind }: SummaryName,
  built: BuiltSummary,
  touches: number,
  now: number,
): Promise<SummaryStatus | null> {
  const { content, madeFrom, madeWith, freshUntil } = built;
  const { rows } = await pool.query<StatusColumns>({
    name: 'write-summary',
    text: WRITE,
    values: [story, kind, JSON.stringify(content), madeFrom, madeWith, touches, now, freshUntil, BUILDER_VERSION],
  });
  return rows[0] ? toSummaryStatus(rows[0]) : null;
}

/**
 * How long the sweep skips a summary whose build failed, microseconds: while it is retried, and once it was given up.
 */
const SKIP_WHILE_RETRIED = 10 * 1_000_000;
const SKIP_WHEN_GIVEN_UP = 10 * 60 * 1_000_000;

/** $1 story, $2 kind, $3 until when the sweep skips it, $4 why it was given up, or null */
const FAILED = `update summary set left_until = $3, failure = $4 where story = $1 and kind = $2`;

/**
 * Records that a summary could not be built. The sweep then skips it for a while, or until its story is touched.
 *
 * @param reason why it was given up; `null` while it is retried
 * @param now microseconds since the epoch
 */
export async function recordFailure(
  pool: Pool,
  { story, kind }: SummaryName,
  reason: string | null,
  now: number,
): Promise<void> {
  const until = now + (reason === null ? SKIP_WHILE_RETRIED : SKIP_WHEN_GIVEN_UP);
  await pool.query(FAILED, [story, kind, until, reason]);
}
