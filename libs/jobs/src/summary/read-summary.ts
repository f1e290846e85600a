import type { Pool } from 'pg';
import type { SummaryStatus, SummaryName } from './summary.js';

export interface StoredSummary extends SummaryStatus {
  /** `null`: not built yet. */
  content: unknown;
}

/** SQL: the columns of `StatusColumns`, of `summary s`. */
export const SUMMARY_STATUS =
  's.touched, s.touches, s.made_from, s.made_with, s.recipe, s.made_at, s.fresh_until, s.busy';

/** The latest active generation of any view. */
const GENERATION = `select coalesce(max(id), 0) as id from projection where status in ('active', 'halted')`;

/** $1 story, $2 kind */
const SUMMARY = `select ${SUMMARY_STATUS}, s.content from summary s where s.story = $1 and s.kind = $2`;

/** $1 story, $2 kind: the status without the content, and the latest active generation */
const STATUS_AND_GENERATION = `
select g.id as generation, s.story, ${SUMMARY_STATUS} from (${GENERATION}) g
  left join summary s on s.story = $1 and s.kind = $2`;

/** The status, as a statement on `summary s` returns it. */
export interface StatusColumns {
  touched: string;
  touches: string;
  made_from: string;
  made_with: number;
  recipe: number;
  made_at: string | null;
  fresh_until: string | null;
  busy: boolean;
}

/** Makes a statement on `summary s` return `StatusColumns`. */
export const returningStatus = `returning ${SUMMARY_STATUS}`;

export function toSummaryStatus(row: StatusColumns): SummaryStatus {
  return {
    touched: Number(row.touched),
    touches: Number(row.touches),
    madeFrom: Number(row.made_from),
    madeWith: row.made_with,
    builderVersion: row.recipe,
    madeAt: row.made_at === null ? null : Number(row.made_at),
    freshUntil: row.fresh_until === null ? null : Number(row.fresh_until),
    busy: row.busy,
  };
}

/** A stored summary; `null` if no event of its story was processed yet. */
export async function readSummary(pool: Pool, { story, kind }: SummaryName): Promise<StoredSummary | null> {
  const { rows } = await pool.query<StatusColumns & { content: unknown }>({
    name: 'summary',
    text: SUMMARY,
    values: [story, kind],
  });
  const [row] = rows;
  return row ? { ...toSummaryStatus(row), content: row.content } : null;
}

/**
 * The status of a summary, `null` if no event of its story was processed yet; and the latest active generation of any
 * view.
 */
export async function readSummaryStatus(
  pool: Pool,
  { story, kind }: SummaryName,
): Promise<{ status: SummaryStatus | null; generation: number }> {
  const { rows } = await pool.query<StatusColumns & { generation: number; story: string | null }>({
    name: 'summary-status',
    text: STATUS_AND_GENERATION,
    values: [story, kind],
  });
  const [row] = rows;
  return { status: row && row.story !== null ? toSummaryStatus(row) : null, generation: row?.generation ?? 0 };
}

/** The latest active generation of any view: a summary that was built with older ones only is stale. */
export async function readLatestGeneration(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(GENERATION);
  return rows[0]?.id ?? 0;
}
