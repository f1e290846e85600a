import pg from 'pg';
import { until } from '../support/until.js';

/** A projector that stands still in the middle of a batch. */
export interface HeldProjector {
  /** Resolves once one stands: it has written the facts of its batch, and waits to write the views. */
  reached: () => Promise<void>;
  release: () => Promise<void>;
}

const WAITING = `
select count(*)::int as sessions from pg_locks l join pg_stat_activity a using (pid)
 where not l.granted and l.relation = 'view_version'::regclass and a.datname = current_database()`;

/**
 * Lets nobody write to the views until released, so that whoever projects stands still in its transaction, the
 * checkpoint locked.
 */
export async function holdProjector({ ownerUrl }: { ownerUrl: string }): Promise<HeldProjector> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  // Where the database goes away, the lock is gone with it.
  owner.on('error', () => undefined);
  await owner.connect();
  await owner.query('begin; lock table view_version in share mode');
  return {
    reached: () =>
      until(
        'a projector stands still',
        async () => ((await owner.query<{ sessions: number }>(WAITING)).rows[0]?.sessions ?? 0) > 0,
      ),
    release: async () => {
      await owner.query('rollback').catch(() => undefined);
      await owner.end();
    },
  };
}
