import { startOf } from '../current-facts.js';
import { isOver } from '../dates.js';
import type { Json } from '../pattern.js';
import { mergedPlace, placeIn, type Place } from '../places.js';
import { given, lastGiven, type Fact } from '../recorded.js';

/** The state of a summit after these facts, which are in fold order and without claims, as of the instant `at`. */
export function summit(facts: readonly Fact[], at: string): Record<string, Json> {
  let place: Place | null = null;
  let until: string | null = null;
  let status: string | null = null;
  for (const fact of facts) {
    const opens = fact.type === 'SummitOpened';
    place = mergedPlace(place, placeIn(fact.data));
    // A summit that is opened again does not keep a last day that had passed.
    const kept: string | null = opens && until !== null && isOver(until, startOf(fact)) ? null : until;
    until = (given(fact, 'until') ?? kept) as string | null;
    status = opens ? 'open' : 'closed';
  }
  return {
    title: lastGiven(facts, 'title') as Json,
    name: lastGiven(facts, 'name') as Json,
    edition: lastGiven(facts, 'edition') as Json,
    host: lastGiven(facts, 'host') as Json,
    place,
    status: until !== null && isOver(until, at) ? 'closed' : status,
    until,
  };
}
