import { formatInstant } from '#catalogue/values/reduced-date.js';
import type { ClientBase, Pool } from 'pg';

/**
 * The last position that was recorded up to an instant (microseconds since the epoch, inclusive). 0 if there is none,
 * `null` if the instant has not passed yet by the database's clock. The result is final: nothing is recorded later with
 * an earlier time.
 */
export async function positionAt(db: Pool | ClientBase, instant: number): Promise<number | null> {
  const { rows } = await db.query<{ position: string | null }>('select settled_position_at($1) as position', [instant]);
  const position = rows[0]?.position ?? null;
  return position === null ? null : Number(position);
}

/** $1 a position */
const REQUEST_END = `select request_end from event where position = $1`;

/** The last position of the request that a position belongs to; `null` if there is no such position. */
export async function requestEndAt(db: Pool | ClientBase, position: number): Promise<number | null> {
  const { rows } = await db.query<{ request_end: string }>(REQUEST_END, [position]);
  return rows[0] ? Number(rows[0].request_end) : null;
}

/** $1 a position */
const RECORDED = `
select (extract(epoch from recorded_at) * 1000000)::bigint as recorded_us from event where position = $1`;

/** When a position was recorded, microseconds since the epoch; `null` if there is no such position. */
export async function readRecordedAt(db: Pool | ClientBase, position: number): Promise<number | null> {
  const { rows } = await db.query<{ recorded_us: string }>(RECORDED, [position]);
  return rows[0] ? Number(rows[0].recorded_us) : null;
}

export interface LogHead {
  /** The last position; 0 on an empty log. */
  position: number;
  /** sha256, hex: the hash of the last event, which the hash of the next one covers. */
  hash: string;
  /** recordedAt of the latest commit; `null` on an empty log. */
  recordedAt: string | null;
  /** How far the time of the head is ahead of the database's clock, microseconds; usually 0 or less. */
  aheadOfClock: number;
}

interface HeadRow {
  position: string;
  hash: string;
  recorded_us: string;
  ahead: string;
}

const HEAD = `
select position, encode(hash, 'hex') as hash, recorded_us,
       recorded_us - (extract(epoch from clock_timestamp()) * 1000000)::bigint as ahead
  from log_head`;

/** @throws if the log has no head, because the database was not migrated */
export async function readHead(db: Pool | ClientBase): Promise<LogHead> {
  const { rows } = await db.query<HeadRow>(HEAD);
  const row = onlyRow(rows);
  const position = Number(row.position);
  return {
    position,
    hash: row.hash,
    recordedAt: position === 0 ? null : formatInstant(Number(row.recorded_us)),
    aheadOfClock: Number(row.ahead),
  };
}

/** How the clocks differ, microseconds. */
export interface ClockReadings {
  /** Why the log records nothing, by the rule that applies to an append; `null` if it does record. */
  refusal: string | null;
  /** How far the time of the last commit is ahead of the database's clock; usually 0 or less. */
  recordAhead: number;
  /** How far this process's clock is ahead of the database's. */
  processAhead: number;
}

interface ReadingsRow {
  refusal: string | null;
  record_ahead: string;
  process_ahead: string;
}

/** $1 this process's clock, microseconds since the epoch */
const CLOCKS = `
select clock_refusal($1, c.us, h.recorded_us) as refusal,
       h.recorded_us - c.us as record_ahead, $1::bigint - c.us as process_ahead
  from log_head h cross join (select (extract(epoch from clock_timestamp()) * 1000000)::bigint as us) c`;

/** Compares this process's clock (microseconds since the epoch), the database's, and the time of the last commit. */
export async function readClocks(pool: Pool, processUs: number): Promise<ClockReadings> {
  const { rows } = await pool.query<ReadingsRow>(CLOCKS, [processUs]);
  const { refusal, record_ahead, process_ahead } = onlyRow(rows);
  return { refusal, recordAhead: Number(record_ahead), processAhead: Number(process_ahead) };
}

function onlyRow<Row>([row]: Row[]): Row {
  if (!row) throw new Error('log_head is empty: the database was not migrated, or was tampered with');
  return row;
}
