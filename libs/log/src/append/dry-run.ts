import { nowMicroseconds, type Clock } from '#platform/clock/clock.js';
import type { Pool } from 'pg';
import {
  APPEND_STATEMENT,
  appendParameters,
  type AppendRow,
  deduplicate,
  expandDuplicates,
  readOutcomes,
} from './append-call.js';
import { appendFailure } from './pending-append.js';
import { clocksDisagree, type AppendRequest, type AppendResult } from './append-request.js';
import { readReplayed } from './idempotency.js';

/**
 * Checks a request as an append would, by the same function of the log. It stores nothing and locks nothing, so no
 * writer waits for it. The result has the positions, versions and hashes that the events would get now.
 *
 * @throws ClocksDisagree as an append would
 */
export async function dryRunAppend(
  pool: Pool,
  request: AppendRequest,
  now: Clock = nowMicroseconds,
): Promise<AppendResult> {
  const distinct = deduplicate(request);
  if (!distinct.ok) return { ok: false, code: 'event-id-conflict', index: distinct.index };
  return expandDuplicates(distinct.places, await check(pool, distinct.request, now()));
}

async function check(pool: Pool, request: AppendRequest, processUs: number): Promise<AppendResult> {
  const values = appendParameters([request], { again: false, dry: true, processUs });
  const { rows } = await pool.query<AppendRow>({ ...APPEND_STATEMENT, values }).catch((error: unknown) => {
    throw appendFailure(error) === 'refused-by-clock' ? clocksDisagree(error) : error;
  });
  const [outcome] = rows[0] ? readOutcomes([request], rows[0]) : [];
  switch (outcome?.kind) {
    case 'stored':
      return {
        ok: true,
        position: Math.max(...outcome.events.map((event) => event.position)),
        replayed: false,
        events: outcome.events,
      };
    case 'replayed':
      return readReplayed(pool, request);
    case 'refused':
      return { ok: false, ...outcome.refusal };
    case undefined:
      throw new Error('append_events returned no row');
  }
}
