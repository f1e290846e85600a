import type { AppendRequest } from './append-request.js';

/** The most events that one call takes. A request has at most as many, so each fits. */
export const MAX_EVENTS_PER_CALL = 1000;

/**
 * So many requests make a full group: with more of them in one call, each would cost little less. The others are stored
 * while these are answered, so that process and database work at the same time and do not wait for one another in turn.
 */
export const MAX_BATCH = 32;

/**
 * Takes from the front of a queue what may go in one call: at most a full group, and 1,000 events, and no two requests
 * with the same event id or Idempotency-Key, since the log's function looks those up once, before any of them is
 * stored. What collides waits for the next call. The queue is changed in place; at least one request is taken from a
 * queue that is not empty.
 */
export function takeBatch<Waiting extends { request: AppendRequest }>(queue: Waiting[]): Waiting[] {
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
