import type { AppendRequest, AppendResult } from './append-request.js';

/**
 * One request may hold the same event twice (lines of an import whose ids follow from their content). The log gets each
 * once; the answer names the later ones as duplicates.
 */
export type Distinct =
  /** `places[i]`: where the request's event i stands among the distinct ones. */
  { ok: true; request: AppendRequest; places: number[] } | { ok: false; index: number };

/** Leaves out the repetitions of an event; not ok, with the index, where the same id stands for another content. */
export function deduplicate(request: AppendRequest): Distinct {
  const seen = new Map<string, number>();
  const events: AppendRequest['events'] = [];
  const places: number[] = [];
  for (const [index, event] of request.events.entries()) {
    const first = seen.get(event.id);
    if (first === undefined) {
      seen.set(event.id, events.length);
      places.push(events.length);
      events.push(event);
    } else if (events[first]?.contentHash === event.contentHash) {
      places.push(first);
    } else {
      return { ok: false, index };
    }
  }
  return { ok: true, request: places.length === events.length ? request : { ...request, events }, places };
}

/** The answer for all events of the request, given that for the distinct ones. */
export function expandDuplicates(places: readonly number[], result: AppendResult): AppendResult {
  if (!result.ok) return { ...result, index: places.indexOf(result.index) };
  if (places.length === result.events.length) return result;
  const answered = new Set<number>();
  const events = places.flatMap((place) => {
    const stored = result.events[place];
    if (!stored) return [];
    const repeated = answered.has(place);
    answered.add(place);
    return [{ ...stored, duplicate: stored.duplicate || repeated }];
  });
  return { ...result, events };
}
