import type { Pool, PoolClient } from 'pg';

/** Cancels what a connection has under way. Resolves when PostgreSQL has been told; rejects where it cannot be. */
export type Cancel = (client: PoolClient) => Promise<void>;

/**
 * $1 process ids, $2 the name of the pool: where the address leads through a pooler, the ids are its own, and must not
 * hit another process.
 */
const CANCEL = `select pg_cancel_backend(a.pid) from pg_stat_activity a where a.pid = any($1::int[]) and a.application_name = $2 and a.state <> 'idle'`;

/**
 * Cancels queries from beside, by a connection of another pool: all that are to be cancelled at one moment in one
 * statement.
 *
 * @param name as the connections to cancel on are called in pg_stat_activity
 */
export function cancelFrom(beside: Pool, name: string): Cancel {
  let next: { pids: number[]; told: Promise<void> } | null = null;
  let underWay: Promise<unknown> = Promise.resolve();
  return (client) => {
    const { processID: pid } = client as PoolClient & { processID: number };
    if (next) next.pids.push(pid);
    else {
      const pids = [pid];
      const told = underWay.then(async () => {
        next = null;
        await beside.query(CANCEL, [pids, name]);
      });
      next = { pids, told };
      underWay = told.catch(() => undefined);
    }
    return next.told;
  };
}
