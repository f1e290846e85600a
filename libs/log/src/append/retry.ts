import type { AppendRequest, AppendResult, AppendedEvent } from './append-request.js';

/**
 * An id that this process made cannot have been stored by anybody else: found again after a broken connection, it is
 * this request's own.
 */
export function reclaimEvents(request: AppendRequest, events: AppendedEvent[]): AppendedEvent[] {
  return events.map((event, i) => (request.events[i]?.idGiven ? event : { ...event, duplicate: false }));
}

/**
 * Nor can an Idempotency-Key that has stored an id of this process's own making have been used by an earlier request.
 */
export function reclaimReplay(request: AppendRequest, result: AppendResult): AppendResult {
  const own =
    result.ok &&
    request.events.some((event) => !event.idGiven && result.events.some((stored) => stored.id === event.id));
  return own ? { ...result, replayed: false } : result;
}
