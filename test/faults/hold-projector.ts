import pg from 'pg';
import { until } from '../support/until.js';

/** A projector that is blocked in the middle of a batch. */
export interface HeldProjector {
  /** Resolves once a projector is blocked: it has written the facts of its batch, and waits to write the views. */
  reached: () => Promise<void>;
  release: () => Promise<void>;
}

const WAITING = `
select count(*)::int as sessions from pg_locks l join pg_stat_activity a using (pid)
 where not l.granted and l.relation = 'view_version'::regclass and a.datname = current_database()`;

/** Blocks writes to the views until released. A projector then waits in its transaction, with the checkpoint locked. */
export async function holdProjector({ ownerUrl }: { ownerUrl: string }): Promise<HeldProjector> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  // Where the database goes away, its lock does, too.
  owner.on('error', () => undefined);
  await owner.connect();
  await owner.query('begin; lock table view_version in share mode');
  return {
    reached: () =>
      until(
        'a projector is blocked',
        async () => ((await owner.query<{ sessions: number }>(WAITING)).rows[0]?.sessions ?? 0) > 0,
      ),
    release: async () => {
      await owner.query('rollback').catch(() => undefined);
      await owner.end();
    },
  };
}
