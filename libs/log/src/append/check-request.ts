import type { Pool } from 'pg';
import { APPEND_STATEMENT, appendParameters, readOutcomes, type AppendRow } from './append-call.js';
import type { AppendRequest, AppendResult } from './append-request.js';
import { distinctEvents, withRepeated } from './repeated-events.js';
import { readReplayed } from './replayed-request.js';

/**
 * What would become of a request if it were appended now: every check of the log, by the same function. Nothing is stored and nothing locked, so no
 * writer waits for it. The places are those that the events would have.
 */
export async function checkRequest(pool: Pool, request: AppendRequest): Promise<AppendResult> {
  const distinct = distinctEvents(request);
  if (!distinct.ok) return { ok: false, code: 'event-id-conflict', index: distinct.index };
  return withRepeated(distinct.places, await check(pool, distinct.request));
}

async function check(pool: Pool, request: AppendRequest): Promise<AppendResult> {
  const { rows } = await pool.query<AppendRow>({ ...APPEND_STATEMENT, values: appendParameters([request], false, true) });
  const [outcome] = rows[0] ? readOutcomes([request], rows[0]) : [];
  switch (outcome?.kind) {
    case 'stored':
      return { ok: true, position: Math.max(...outcome.events.map((event) => event.position)), replayed: false, events: outcome.events };
    case 'replayed':
      return readReplayed(pool, request);
    case 'refused':
      return { ok: false, ...outcome.refusal };
    case undefined:
      throw new Error('append_events answered nothing');
  }
}
