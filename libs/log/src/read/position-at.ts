import type { ClientBase, Pool } from 'pg';

/**
 * The last position that had been recorded at an instant (microseconds since the epoch, inclusive), 0 where none had,
 * and `null` where the instant has not passed yet by the database's clock. An answer is final: nothing is recorded with
 * an earlier time afterwards.
 */
export async function positionAt(db: Pool | ClientBase, instant: number): Promise<number | null> {
  const { rows } = await db.query<{ position: string | null }>('select settled_position_at($1) as position', [instant]);
  const position = rows[0]?.position ?? null;
  return position === null ? null : Number(position);
}

/** $1 a position: the last position of the request that it belongs to. */
const REQUEST_END = `select request_end from event where position = $1`;

/** The end of the request that a position belongs to; `null` where there is no such position. */
export async function requestEndAt(db: Pool | ClientBase, position: number): Promise<number | null> {
  const { rows } = await db.query<{ request_end: string }>(REQUEST_END, [position]);
  return rows[0] ? Number(rows[0].request_end) : null;
}
