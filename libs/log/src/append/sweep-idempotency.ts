import type { Pool } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

/** So few at a time that no append ever waits long for a row of them. */
const AT_A_TIME = 1_000;
const PAUSE = 50;

/**
 * $1 how many at most. An hour after they stopped to count: one that still counted when a request came is there when
 * its first answer is read. Asked again outside: a key that was used anew in between stays.
 */
const SWEEP = `
delete from idempotency i
 using (select o.holder, o.key from idempotency o where o.recorded_at < now() - interval '25 hours' order by o.recorded_at limit $1) o
 where i.holder = o.holder and i.key = o.key and i.recorded_at < now() - interval '25 hours'`;

/** Deletes the Idempotency-Keys that are no longer kept, some at a time. Answers how many. */
export async function sweepIdempotency(pool: Pool): Promise<number> {
  for (let swept = 0; ; await sleep(PAUSE)) {
    const { rowCount } = await pool.query(SWEEP, [AT_A_TIME]);
    swept += rowCount ?? 0;
    if ((rowCount ?? 0) < AT_A_TIME) return swept;
  }
}
