import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

/** What stands still until it is released. */
export interface HeldAppends {
  /** Resolves once an append waits. */
  reached: () => Promise<void>;
  /**
   * Breaks off what waits, as the end of its connection does, and lets later appends through. Resolves to the log's
   * last position.
   */
  release: () => Promise<number>;
}

const HOLD = `
create function hold_append() returns trigger language plpgsql as $$ begin perform pg_sleep(600); return new; end $$;
create trigger hold_append before insert on event for each row when (new.position >= FROM) execute function hold_append()`;

const WAITING = `select pid from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep' and pid <> pg_backend_pid()`;

/** Lets a database take no event from a position on: whoever appends one waits. */
export async function holdAppends(adminUrl: string, { from }: { from: number }): Promise<HeldAppends> {
  const asked = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  await asked(HOLD.replace('FROM', String(from)));
  return {
    async reached() {
      while ((await asked(WAITING)).length === 0) await sleep(20);
    },
    async release() {
      await asked(`select pg_terminate_backend(pid, 5000) from (${WAITING}) waiting`);
      await asked('drop function hold_append cascade');
      const [head] = await asked<{ position: string }>('select position from log_head');
      return Number(head?.position);
    },
  };
}
