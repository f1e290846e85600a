import { withClient } from '#platform/database/with-client.js';
import type { Pool } from 'pg';
import { BEGIN } from '../store/transaction-settings.js';
import { lockGenerations } from '../store/projections.js';

/**
 * $1 view. A new generation of the version that serves, from position 0. The unique index on what is building lets one
 * at a time through. Never of this program's own version: an older program beside a newer one must not bring the older
 * view back.
 */
const BUILD = `
insert into projection (view, version, status, position)
select p.view, p.version, 'building', 0 from projection p where p.view = $1 and p.status in ('active', 'halted')
on conflict (view) where status = 'building' do nothing`;

/**
 * Asks for a view to be built anew, beside the generation that serves, which goes on until the new one takes its place.
 * Whoever projects takes it up. Does nothing where a generation is being built already. It does not wait for the
 * projector.
 */
export async function requestRebuild(pool: Pool, view: string): Promise<void> {
  await withClient(pool, async (client) => {
    await client.query(BEGIN);
    await lockGenerations(client);
    await client.query(BUILD, [view]);
    await client.query('commit');
  });
}
