import type { CallOutcome } from './append-call.js';
import { type AppendedEvent, type AppendRequest, type AppendResult, LogUnavailable } from './append-request.js';

/**
 * What a failed call means for its requests.
 * - `refused-by-sql`: a statement failed and all was rolled back, because of something in one of the requests.
 * - `try-again`: nothing was stored, and the next try may succeed (a lock, a deadlock, a full disk).
 * - `refused-by-clock`: nothing was stored, and nothing will be until a clock is corrected.
 * - `outcome-unknown`: the connection broke or was never made; the requests may or may not have been stored.
 */
export type AppendFailure = 'refused-by-sql' | 'refused-by-clock' | 'try-again' | 'outcome-unknown';

/** Something failed after the log had answered: the events are committed, but not all of the result has been read. */
export class ResultUnread extends Error {
  constructor(cause: unknown) {
    super('the log answered, but its answer could not be read completely', { cause });
  }
}

/** The SQLSTATE classes of a lost connection, and of a connection that cannot be made. */
const CONNECTION_LOST = /^(08|57P)/;
/**
 * Serialization failure, deadlock, lock not available, cancelled (a timeout), out of a resource, read-only (a standby).
 */
const TRANSIENT = /^(40001|40P01|55P03|57014|53|25006)/;

/** The code that the clock rule of `append_events` raises. */
const CLOCKS_DISAGREE = 'DL001';

/**
 * Classifies an error of `pg`. Errors of the server have a five-character SQLSTATE in `code`; all others come from the
 * connection.
 */
export function appendFailure(error: unknown): AppendFailure {
  const code = sqlState(error);
  if (code === null || CONNECTION_LOST.test(code)) return 'outcome-unknown';
  if (code === CLOCKS_DISAGREE) return 'refused-by-clock';
  return TRANSIENT.test(code) ? 'try-again' : 'refused-by-sql';
}

function sqlState(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return 'severity' in error && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : null;
}

/** A request that waits for its result. */
export interface PendingAppend {
  request: AppendRequest;
  /** When it expires, by `performance.now()`, because the machine's clock can be set back. */
  deadline: number;
  /** An earlier try may have stored it. */
  again: boolean;
  /** The kind and the error of the last failed try. */
  failed: AppendFailure | null;
  error: unknown;
  /** Whether it expired while a call with it was under way. It has been rejected then. */
  expired: boolean;
  resolve: (result: AppendResult) => void;
  reject: (error: unknown) => void;
}

/** The most events that one call takes. A request has at most as many, so every request fits. */
const MAX_EVENTS_PER_CALL = 1000;

/**
 * The most requests in one call. With more of them, each would cost hardly less. The others are stored while these are
 * answered, so that process and database work at the same time, and not in turn.
 */
export const MAX_BATCH = 32;

/**
 * Takes from the front of a queue what may go into one call: at most `MAX_BATCH` requests and `MAX_EVENTS_PER_CALL`
 * events, and no two requests with the same event id or Idempotency-Key, because the log's function looks those up
 * once, before it stores any of them. A colliding request waits for the next call. Changes the queue in place; takes at
 * least one request from a queue that is not empty.
 */
export function takeBatch<Pending extends { request: AppendRequest }>(queue: Pending[]): Pending[] {
  const taken = new Set<string>();
  let events = 0;
  let count = 0;
  for (const { request } of queue) {
    events += request.events.length;
    const names = namesLookedUp(request);
    if (count > 0 && (count === MAX_BATCH || events > MAX_EVENTS_PER_CALL || names.some((name) => taken.has(name))))
      break;
    for (const name of names) taken.add(name);
    count += 1;
  }
  return queue.splice(0, count);
}

/** What the log's function looks up for a request: the ids that a client chose, and its Idempotency-Key. */
function namesLookedUp(request: AppendRequest): string[] {
  const ids = request.events.filter((event) => event.idGiven).map((event) => event.id);
  return request.idempotency ? [...ids, `${request.recordedBy}\u001f${request.idempotency.key}`] : ids;
}

/** Resolves a request with the outcome of its call. @param onAppended called first, with its position, if it is new */
export function settle(
  pending: PendingAppend,
  outcome: CallOutcome | AppendResult | undefined,
  onAppended: (position: number) => void,
): void {
  const { request, again, resolve, reject } = pending;
  if (!outcome) return reject(new Error('append_events returned too few outcomes'));
  if ('ok' in outcome) return resolve(again ? reclaimReplay(request, outcome) : outcome);
  switch (outcome.kind) {
    case 'refused':
      return resolve({ ok: false, ...outcome.refusal });
    case 'stored': {
      const events = again ? reclaimEvents(request, outcome.events) : outcome.events;
      const position = events.reduce((last, event) => Math.max(last, event.position), 0);
      if (events.some((event) => !event.duplicate)) onAppended(position);
      return resolve({ ok: true, position, replayed: false, events });
    }
    case 'replayed':
      return reject(new Error('a replayed request was not read'));
  }
}

/**
 * After a broken connection, an event that is found stored under an id that this process generated is the request's
 * own: nobody else can have stored it, so it is no duplicate.
 */
function reclaimEvents(request: AppendRequest, events: AppendedEvent[]): AppendedEvent[] {
  return events.map((event, i) => (request.events[i]?.idGiven ? event : { ...event, duplicate: false }));
}

/**
 * After a broken connection, an Idempotency-Key with which an id that this process generated was stored has been used
 * by the request itself, so the result is no replay.
 */
function reclaimReplay(request: AppendRequest, result: AppendResult): AppendResult {
  const isOwn =
    result.ok &&
    request.events.some((event) => !event.idGiven && result.events.some((stored) => stored.id === event.id));
  return isOwn ? { ...result, replayed: false } : result;
}

/** Rejects a request whose time is over. */
export function expire(pending: PendingAppend, reason: string): void {
  pending.expired = true;
  pending.reject(new LogUnavailable(reason, pending.error === undefined ? undefined : { cause: pending.error }));
}
