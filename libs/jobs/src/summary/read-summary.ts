import type { Pool } from 'pg';
import type { SummaryStatus, SummaryName } from './summary.js';

/** A summary as it is kept. */
export interface StoredSummary extends SummaryStatus {
  /** `null`: not made yet. */
  content: unknown;
}

const STANDING = `s.touched, s.touches, s.made_from, s.made_with, s.recipe, s.made_at, s.fresh_until, s.busy`;

/** The latest generation of a view that serves. */
const GENERATION = `select coalesce(max(id), 0) as id from projection where status in ('active', 'halted')`;

/** $1 story, $2 kind */
const SUMMARY = `select ${STANDING}, s.content from summary s where s.story = $1 and s.kind = $2`;

/** $1 story, $2 kind: how it stands, without what it says, and the generation that serves */
const BEFORE = `
select g.id as generation, s.story, ${STANDING} from (${GENERATION}) g left join summary s on s.story = $1 and s.kind = $2`;

/** How a summary stands, as a statement on `summary s` returns it. */
export interface StandingColumns {
  touched: string;
  touches: string;
  made_from: string;
  made_with: number;
  recipe: number;
  made_at: string | null;
  fresh_until: string | null;
  busy: boolean;
}

/** What a statement on `summary s` returns of how it stands. */
export const returningStanding = `returning ${STANDING}`;

export function standingOf(row: StandingColumns): SummaryStatus {
  return {
    touched: Number(row.touched),
    touches: Number(row.touches),
    madeFrom: Number(row.made_from),
    madeWith: row.made_with,
    recipe: row.recipe,
    madeAt: row.made_at === null ? null : Number(row.made_at),
    freshUntil: row.fresh_until === null ? null : Number(row.fresh_until),
    busy: row.busy,
  };
}

/** A summary as it is kept, or `null` where its story has not been looked at yet. */
export async function readSummary(pool: Pool, { story, kind }: SummaryName): Promise<StoredSummary | null> {
  const { rows } = await pool.query<StandingColumns & { content: unknown }>({
    name: 'summary',
    text: SUMMARY,
    values: [story, kind],
  });
  const [row] = rows;
  return row ? { ...standingOf(row), content: row.content } : null;
}

/**
 * How a summary stands, `null` where its story has not been looked at yet, and the latest generation of a view that
 * serves.
 */
export async function readStanding(
  pool: Pool,
  { story, kind }: SummaryName,
): Promise<{ standing: SummaryStatus | null; generation: number }> {
  const { rows } = await pool.query<StandingColumns & { generation: number; story: string | null }>({
    name: 'summary-standing',
    text: BEFORE,
    values: [story, kind],
  });
  const [row] = rows;
  return { standing: row && row.story !== null ? standingOf(row) : null, generation: row?.generation ?? 0 };
}

/** The latest generation of a view that serves: summaries made with none but older ones are stale. */
export async function servingGeneration(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(GENERATION);
  return rows[0]?.id ?? 0;
}
