import type { Pool } from 'pg';

/** How the clocks stand to one another. Differences in microseconds. */
export interface ClockReadings {
  /** Why the log refuses to record, by the rule that an append is held to; `null` where it takes what comes. */
  refusal: string | null;
  /** By how much the time of the last commit is ahead of the database's clock; 0 or less in ordinary times. */
  recordAhead: number;
  /** By how much this process's clock is ahead of the database's. */
  processAhead: number;
}

interface ReadingsRow {
  refusal: string | null;
  record_ahead: string;
  process_ahead: string;
}

/** $1 this process's clock, microseconds since the epoch */
const CLOCKS = `
select clock_refusal($1, c.us, h.recorded_us) as refusal, h.recorded_us - c.us as record_ahead, $1::bigint - c.us as process_ahead
  from log_head h cross join (select (extract(epoch from clock_timestamp()) * 1000000)::bigint as us) c`;

/** Compares this process's clock (microseconds since the epoch), the database's, and the time of the last commit. */
export async function readClocks(pool: Pool, processUs: number): Promise<ClockReadings> {
  const { rows } = await pool.query<ReadingsRow>(CLOCKS, [processUs]);
  const [row] = rows;
  if (!row) throw new Error('log_head is empty: the database was not migrated, or was tampered with');
  return { refusal: row.refusal, recordAhead: Number(row.record_ahead), processAhead: Number(row.process_ahead) };
}
