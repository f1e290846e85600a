import { formatInstant } from '#catalogue/values/reduced-date.js';
import type { ClientBase, Pool } from 'pg';

export interface LogHead {
  /** The last position; 0 on an empty log. */
  position: number;
  /** sha256, hex: what the next event's hash covers. */
  hash: string;
  /** recordedAt of the latest commit; `null` on an empty log. */
  recordedAt: string | null;
  /** By how much the head's time runs ahead of the database's clock, microseconds; 0 or less in ordinary times. */
  aheadOfClock: number;
}

interface HeadRow {
  position: string;
  hash: string;
  recorded_us: string;
  ahead: string;
}

const HEAD = `
select position, encode(hash, 'hex') as hash, recorded_us, recorded_us - (extract(epoch from clock_timestamp()) * 1000000)::bigint as ahead
  from log_head`;

/** Where the log stands. */
export async function readHead(db: Pool | ClientBase): Promise<LogHead> {
  const { rows } = await db.query<HeadRow>(HEAD);
  const [row] = rows;
  if (!row) throw new Error('log_head is empty: the database was not migrated, or was tampered with');
  const position = Number(row.position);
  return {
    position,
    hash: row.hash,
    recordedAt: position === 0 ? null : formatInstant(Number(row.recorded_us)),
    aheadOfClock: Number(row.ahead),
  };
}
