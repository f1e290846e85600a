import { auditParameters, auditCte, type Actor } from '#platform/audit/audit-trail.js';
import { withClient } from '#platform/database/with-client.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { changeGenerations, declareAt, readProjections, viewOf } from '../store/projections.js';

/**
 * How long nobody has to have moved a generation, though there was something to do, milliseconds: then nobody keeps it
 * any more.
 */
const LEFT_FOR = 60_000;

/**
 * $1 the generation, $2 milliseconds; $3 to $8 the note. One that serves is left where an event waits to be projected,
 * as all that serve move together; one that is being built where nothing was added to it.
 */
const DROP = `
with done as (
  update projection p set status = 'retired', changed_at = now()
   where p.id = $1 and p.status in ('active', 'building') and p.changed_at < now() - $2 * interval '1 millisecond'
     and (p.status = 'building' or exists (
       select from checkpoint c join event e on e.position = c.position + 1 where e.recorded_at < now() - $2 * interval '1 millisecond'))
  returning 1)
${auditCte('done', 3)}`;

/**
 * `unknown`: there is none of that id. `kept`: this program has it itself, or another one keeps it, as far as can be
 * told.
 */
export type DropOutcome = 'dropped' | 'kept' | 'unknown';

/**
 * Drops a generation that a newer program has left behind, so that this one can go on: with its own version of the
 * view, built anew, where it has one. Nothing is lost that the newer program would not build again.
 */
export function dropForeign(pool: Pool, views: readonly AnyView[], id: number, actor: Actor): Promise<DropOutcome> {
  return withClient(pool, (client) =>
    changeGenerations(client, async (position) => {
      const one = (await readProjections(client)).find((each) => each.id === id);
      if (!one) return 'unknown';
      if (viewOf(views, one)) return 'kept';
      const noted = auditParameters(actor, { action: 'generation-dropped', subject: String(id) });
      const dropped = await client.query(DROP, [id, LEFT_FOR, ...noted]);
      if (dropped.rowCount === 0) return 'kept';
      await declareAt(client, views, position);
      return 'dropped';
    }),
  );
}
