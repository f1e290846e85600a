import { withClient } from '#platform/database/with-client.js';
import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { BEGIN } from '../batch/begin.js';
import { declareViews, readProjections, viewOf } from '../batch/projections.js';

/** How long nobody has to have moved a generation, though there was something to do, milliseconds: then nobody keeps it any more. */
const LEFT_FOR = 60_000;

/**
 * $1 the generation, $2 milliseconds. One that serves is left where an event waits to be projected, as all that serve move together; one that is
 * being built where nothing was added to it.
 */
const DROP = `
update projection p set status = 'retired', changed_at = now()
 where p.id = $1 and p.status in ('active', 'building') and p.changed_at < now() - $2 * interval '1 millisecond'
   and (p.status = 'building' or exists (
     select from checkpoint c join event e on e.position = c.position + 1 where e.recorded_at < now() - $2 * interval '1 millisecond'))`;

/** `unknown`: there is none of that id. `kept`: this program has it itself, or another one keeps it, as far as can be told. */
export type DropOutcome = 'dropped' | 'kept' | 'unknown';

/**
 * Drops a generation that a newer program has left behind, so that this one can go on: with its own version of the view, built anew, where it has
 * one. Nothing is lost that the newer program would not build again.
 */
export function dropForeign(pool: Pool, views: readonly AnyView[], id: number): Promise<DropOutcome> {
  return withClient(pool, async (client) => {
    await client.query(BEGIN);
    await client.query('select from checkpoint for update');
    const one = (await readProjections(client)).find((each) => each.id === id);
    const foreign = one !== undefined && !viewOf(views, one);
    const dropped = foreign && ((await client.query(DROP, [id, LEFT_FOR])).rowCount ?? 0) > 0;
    await client.query('commit');
    if (dropped) await declareViews(client, views);
    return one === undefined ? 'unknown' : dropped ? 'dropped' : 'kept';
  });
}
