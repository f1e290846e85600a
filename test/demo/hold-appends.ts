import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

/** Appends that wait until they are released. */
export interface HeldAppends {
  /** Resolves once an append waits. */
  reached: () => Promise<void>;
  /**
   * Terminates the connection of the waiting append, and lets later appends through. Resolves to the last position of
   * the log.
   */
  release: () => Promise<number>;
}

const HOLD = `
create function hold_append() returns trigger language plpgsql as $$ begin perform pg_sleep(600); return new; end $$;
create trigger hold_append before insert on event
  for each row when (new.position >= FROM) execute function hold_append()`;

const WAITING = `
select pid from pg_stat_activity
where datname = current_database() and wait_event = 'PgSleep' and pid <> pg_backend_pid()`;

/** Makes every append from a position on wait. */
export async function holdAppends(adminUrl: string, { from }: { from: number }): Promise<HeldAppends> {
  const query = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  await query(HOLD.replace('FROM', String(from)));
  return {
    async reached() {
      while ((await query(WAITING)).length === 0) await sleep(20);
    },
    async release() {
      await query(`select pg_terminate_backend(pid, 5000) from (${WAITING}) waiting`);
      await query('drop function hold_append cascade');
      const [head] = await query<{ position: string }>('select position from log_head');
      return Number(head?.position);
    },
  };
}
