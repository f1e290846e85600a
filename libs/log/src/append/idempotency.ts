import { formatInstant } from '#catalogue/values/reduced-date.js';
import type { ClientBase, Pool } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallOutcome } from './append-call.js';
import type { AppendRequest, AppendResult } from './append-request.js';

type KeyedRequest = Pick<AppendRequest, 'recordedBy' | 'idempotency'>;

interface AppendedRow {
  id: string;
  story: string;
  position: string;
  version: string;
  recorded_us: string;
  hash: string;
  duplicate: boolean;
}

/** $1 holder, $2 key: the events that the first request with this Idempotency-Key stored, in its order. */
const REPLAYED = `
select e.id, e.story, e.position, e.version, (extract(epoch from e.recorded_at) * 1000000)::bigint as recorded_us,
       encode(e.hash, 'hex') as hash, u.duplicate
  from idempotency i
 cross join lateral unnest(i.ids, i.duplicates) with ordinality u(id, duplicate, n)
  join event e on e.id = u.id
 where i.holder = $1 and i.key = $2
 order by u.n`;

/** The result of the first request with the same Idempotency-Key. */
export async function readReplayed(db: Pool | ClientBase, request: KeyedRequest): Promise<AppendResult> {
  const { rows } = await db.query<AppendedRow>(REPLAYED, [request.recordedBy, request.idempotency?.key]);
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

/** $1 holder, $2 key: what the first request with this Idempotency-Key sent. */
const KNOWN = `
select fingerprint from idempotency where holder = $1 and key = $2 and recorded_at > now() - interval '24 hours'`;

/**
 * What an append would answer because of the Idempotency-Key alone, for a request that has no events to append. `null`:
 * it has no key, or the key is not known.
 */
export async function findReplayed(db: Pool | ClientBase, request: KeyedRequest): Promise<AppendResult | null> {
  const { recordedBy, idempotency } = request;
  if (!idempotency) return null;
  const { rows } = await db.query<{ fingerprint: string }>(KNOWN, [recordedBy, idempotency.key]);
  const [known] = rows;
  if (!known) return null;
  if (known.fingerprint !== idempotency.fingerprint) return { ok: false, code: 'idempotency-key-reused', index: 0 };
  return readReplayed(db, request);
}

/** Replaces the outcomes of replayed requests by their first results. */
export async function withReplays(
  db: Pool | ClientBase,
  requests: readonly AppendRequest[],
  outcomes: CallOutcome[],
): Promise<(CallOutcome | AppendResult)[]> {
  const read: (CallOutcome | AppendResult)[] = [];
  for (const [i, outcome] of outcomes.entries()) {
    const request = requests[i];
    read.push(outcome.kind === 'replayed' && request ? await readReplayed(db, request) : outcome);
  }
  return read;
}

/** How many keys are deleted at a time: few, so that no append waits long for one of their rows. */
const SWEEP_BATCH = 1_000;
const SWEEP_PAUSE_MS = 50;

/**
 * $1 the limit. Keys are deleted an hour after they expire: a key that was valid when its request came is still there
 * when the first result is read. The outer condition checks the age again, because the key may have been reused
 * meanwhile.
 */
const SWEEP = `
delete from idempotency i
 using (select o.holder, o.key from idempotency o where o.recorded_at < now() - interval '25 hours'
         order by o.recorded_at limit $1) o
 where i.holder = o.holder and i.key = o.key and i.recorded_at < now() - interval '25 hours'`;

/** Deletes expired Idempotency-Keys, some at a time. Returns how many it deleted. */
export async function sweepIdempotency(pool: Pool): Promise<number> {
  for (let deleted = 0; ; await sleep(SWEEP_PAUSE_MS)) {
    const { rowCount } = await pool.query(SWEEP, [SWEEP_BATCH]);
    deleted += rowCount ?? 0;
    if ((rowCount ?? 0) < SWEEP_BATCH) return deleted;
  }
}
