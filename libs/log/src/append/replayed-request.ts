import { formatInstant } from '#catalogue/values/reduced-date.js';
import type { ClientBase, Pool } from 'pg';
import type { CallOutcome } from './append-call.js';
import type { AppendRequest, AppendResult } from './append-request.js';

interface PlaceRow {
  id: string;
  story: string;
  position: string;
  version: string;
  recorded_us: string;
  hash: string;
  duplicate: boolean;
}

/** $1 holder, $2 key: what the request stored that first used this Idempotency-Key, in the order of its events. */
const REPLAYED = `
select e.id, e.story, e.position, e.version, (extract(epoch from e.recorded_at) * 1000000)::bigint as recorded_us, encode(e.hash, 'hex') as hash, u.duplicate
  from idempotency i
 cross join lateral unnest(i.ids, i.duplicates) with ordinality u(id, duplicate, n)
  join event e on e.id = u.id
 where i.holder = $1 and i.key = $2
 order by u.n`;

/** What was answered when the request's Idempotency-Key was first used. */
export async function readReplayed(db: Pool | ClientBase, request: AppendRequest): Promise<AppendResult> {
  const { rows } = await db.query<PlaceRow>(REPLAYED, [request.recordedBy, request.idempotency?.key]);
  const events = rows.map((row) => ({
    id: row.id,
    story: row.story,
    position: Number(row.position),
    version: Number(row.version),
    recordedAt: formatInstant(Number(row.recorded_us)),
    hash: row.hash,
    duplicate: row.duplicate,
  }));
  return { ok: true, position: Math.max(...events.map((event) => event.position)), replayed: true, events };
}

/**
 * The outcomes of some requests, with what was answered before in place of those whose Idempotency-Key was used before.
 */
export async function withReplays(
  db: Pool | ClientBase,
  requests: AppendRequest[],
  outcomes: CallOutcome[],
): Promise<(CallOutcome | AppendResult)[]> {
  const read: (CallOutcome | AppendResult)[] = [];
  for (const [i, outcome] of outcomes.entries()) {
    const request = requests[i];
    read.push(outcome.kind === 'replayed' && request ? await readReplayed(db, request) : outcome);
  }
  return read;
}
