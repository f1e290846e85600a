import { type Actor, auditCte, auditParameters } from '#platform/audit/audit-trail.js';
import { inTransaction, withClient } from '#platform/database/in-transaction.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool, PoolClient } from 'pg';
import { changeGenerations, lockGenerations, registerViewsAt } from '../store/generations.js';
import { readProjections, viewOf } from '../store/projections.js';
import { BEGIN } from '../store/statement.js';
import {
  HALTED_SUBJECT,
  type HaltedSubjectColumns,
  type HaltedSubjectEntry,
  readHaltedSubject,
} from './read-generations.js';

/** How many rows are deleted at a time: few, so that nobody waits long for a deletion. */
const MAX_ROWS = 2_000;
/**
 * How long a retired generation is kept, minutes. A reader in the middle of a long answer must be able to finish it.
 */
const KEPT_MINUTES = 15;
/** How often to look for something to delete, milliseconds. */
const EVERY = 60_000;

const TABLES = ['view_version', 'dispute_record', 'subject_fact', 'halted_subject'] as const;

/** $1 how many, $2 minutes: deletes rows of one table, of generations that were retired that long ago. */
const sweep = (table: (typeof TABLES)[number]): string => `
delete from ${table} where ctid = any (array(
  select r.ctid
    from projection p cross join lateral (select t.ctid from ${table} t where t.projection = p.id limit $1) r
   where p.status = 'retired' and p.changed_at < now() - $2 * interval '1 minute' limit $1))`;

/** Deletes the rows of retired generations, some at a time. */
export class RetiredSweep {
  private next = 0;

  /** Whether it is time to look. */
  get due(): boolean {
    return performance.now() >= this.next;
  }

  /** Deletes some rows. @returns whether there may be more */
  async step(client: PoolClient): Promise<boolean> {
    for (const table of TABLES) {
      const { rowCount } = await client.query(sweep(table), [MAX_ROWS, KEPT_MINUTES]);
      if (rowCount) return true;
    }
    this.next = performance.now() + EVERY;
    return false;
  }
}

/**
 * $1 view. Adds a generation of the version that serves, to be built from position 0. A unique index allows one
 * generation of a view to be built at a time. The version is that of the generation that serves, not this program's: an
 * older program that runs beside a newer one must not bring the older view back.
 */
const BUILD = `
insert into projection (view, version, status, position)
select p.view, p.version, 'building', 0 from projection p where p.view = $1 and p.status in ('active', 'halted')
on conflict (view) where status = 'building' do nothing`;

/**
 * Requests that a view is built again, while the current generation goes on serving. Whichever process projects does
 * it; this does not wait for that. Does nothing where a generation is being built already.
 */
export function requestRebuild(pool: Pool, view: string): Promise<void> {
  return withClient(pool, (client) =>
    inTransaction(client, BEGIN, async () => {
      await lockGenerations(client);
      await client.query(BUILD, [view]);
    }),
  );
}

/** $1 view, $2 subject; $3 to $8 the audit entry */
const RETRY = `
with done as (
  update halted_subject h set retry = true from projection p
   where p.id = h.projection and p.view = $1 and p.status in ('active', 'halted') and h.subject = $2
  returning ${HALTED_SUBJECT} as halted),
noted as (${auditCte('done', 3)})
select halted from done`;

/**
 * Requests that folding of a halted subject goes on from where it stopped. Whichever process projects does it.
 *
 * @returns the subject; `null` where it is not halted
 */
export async function requestRetry(
  pool: Pool,
  view: string,
  subject: string,
  actor: Actor,
): Promise<HaltedSubjectEntry | null> {
  const audit = auditParameters(actor, { action: 'subject-retry-requested', subject: `${view} ${subject}` });
  const { rows } = await pool.query<{ halted: HaltedSubjectColumns }>(RETRY, [view, subject, ...audit]);
  return rows[0] ? readHaltedSubject(rows[0].halted) : null;
}

/**
 * A generation counts as abandoned when nobody has moved it for so long although there was something to do;
 * milliseconds.
 */
const ABANDONED_AFTER = 60_000;

/**
 * $1 the generation, $2 milliseconds; $3 to $8 the audit entry. All generations that serve move together, so one of
 * them is abandoned if an event has waited that long to be projected. A generation that is being built is abandoned if
 * nothing was added to it for that long.
 */
const DROP = `
with done as (
  update projection p set status = 'retired', changed_at = now()
   where p.id = $1 and p.status in ('active', 'building') and p.changed_at < now() - $2 * interval '1 millisecond'
     and (p.status = 'building' or exists (
       select from checkpoint c join event e on e.position = c.position + 1
        where e.recorded_at < now() - $2 * interval '1 millisecond'))
  returning 1)
${auditCte('done', 3)}`;

/**
 * `unknown`: there is no generation with that id. `kept`: this program has the view in that version itself, or another
 * program may still be moving it.
 */
type DropOutcome = 'dropped' | 'kept' | 'unknown';

/**
 * Drops a generation that a newer program has left behind, so that this program can go on, and builds its own version
 * of the view where it has one. The newer program would build the dropped generation again.
 */
export function dropUnknownVersion(
  pool: Pool,
  views: readonly AnyView[],
  id: number,
  actor: Actor,
): Promise<DropOutcome> {
  return withClient(pool, (client) =>
    changeGenerations(client, async (position) => {
      const one = (await readProjections(client)).find((each) => each.id === id);
      if (!one) return 'unknown';
      if (viewOf(views, one)) return 'kept';
      const audit = auditParameters(actor, { action: 'generation-dropped', subject: String(id) });
      const dropped = await client.query(DROP, [id, ABANDONED_AFTER, ...audit]);
      if (dropped.rowCount === 0) return 'kept';
      await registerViewsAt(client, views, position);
      return 'dropped';
    }),
  );
}
