import type { Pool } from 'pg';
import type { Standing, SummaryName } from './summary.js';

/** A summary as it is kept. */
export interface StoredSummary extends Standing {
  /** `null`: not made yet. */
  content: unknown;
}

/** $1 story, $2 kind */
const SUMMARY = `
select content, touched, touches, made_from, made_with, recipe, made_at, fresh_until, busy from summary where story = $1 and kind = $2`;

/** The latest generation of a view that serves. */
const GENERATION = `select coalesce(max(id), 0) as id from projection where status in ('active', 'halted')`;

interface Columns {
  content: unknown;
  touched: string;
  touches: string;
  made_from: string;
  made_with: number;
  recipe: number;
  made_at: string | null;
  fresh_until: string | null;
  busy: boolean;
}

/** A summary as it is kept, or `null` where its story has not been looked at yet. */
export async function readSummary(pool: Pool, { story, kind }: SummaryName): Promise<StoredSummary | null> {
  const { rows } = await pool.query<Columns>({ name: 'summary', text: SUMMARY, values: [story, kind] });
  const [row] = rows;
  return (
    (row && {
      content: row.content,
      touched: Number(row.touched),
      touches: Number(row.touches),
      madeFrom: Number(row.made_from),
      madeWith: row.made_with,
      recipe: row.recipe,
      madeAt: row.made_at === null ? null : Number(row.made_at),
      freshUntil: row.fresh_until === null ? null : Number(row.fresh_until),
      busy: row.busy,
    }) ??
    null
  );
}

/** The latest generation of a view that serves: summaries made with none but older ones are stale. */
export async function servingGeneration(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(GENERATION);
  return rows[0]?.id ?? 0;
}
