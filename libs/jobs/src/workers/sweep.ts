import type { Pool } from 'pg';
import type { Queues } from '../queues/queues.js';
import { findStale } from '../summary/find-stale.js';

/** How many are queued by one sweep at most: the next one is seconds away, and finds the others. */
const AT_A_TIME = 5_000;

/**
 * Queues what is stale, as the tables say. So nothing is lost with a queue, and what time alone has changed is told
 * anew.
 *
 * @returns how many it found
 */
export async function sweep(pool: Pool, queues: Pick<Queues, 'addStale'>, now: number): Promise<number> {
  const stale = await findStale(pool, now, AT_A_TIME);
  if (stale.length > 0) await queues.addStale(stale);
  return stale.length;
}
