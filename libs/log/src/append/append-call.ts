import { formatInstant } from '#catalogue/values/reduced-date.js';
import type { AppendedEvent, AppendRefusal, AppendRequest, AppendResult } from './append-request.js';

/**
 * A request without repeated events. It may have held the same event twice, such as two lines of an import whose ids
 * are derived from their content. The log gets each event once; the result marks the repetitions as duplicates.
 */
export type Distinct =
  /** `places[i]`: the index of event i of the request among the distinct events. */
  { ok: true; request: AppendRequest; places: number[] } | { ok: false; index: number };

/** Removes repeated events. Not ok, with the index, if an id is repeated with a different content. */
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

/** Expands the result for the distinct events to all events of the request. */
export function expandDuplicates(places: readonly number[], result: AppendResult): AppendResult {
  if (!result.ok) return { ...result, index: places.indexOf(result.index) };
  if (places.length === result.events.length) return result;
  const seen = new Set<number>();
  const events = places.flatMap((place) => {
    const stored = result.events[place];
    if (!stored) return [];
    const repeated = seen.has(place);
    seen.add(place);
    return [{ ...stored, duplicate: stored.duplicate || repeated }];
  });
  return { ...result, events };
}

/** No value of an event holds U+001F: canonical JSON escapes control characters; names, slugs and ids have none. */
const SEPARATOR = '\u001f';

/** One round trip: a named statement, parsed once per connection. The function explains its parameters. */
export const APPEND_STATEMENT = {
  name: 'append-events',
  text:
    'select outcomes, places from append_events(' +
    '$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)',
};

export interface AppendCall {
  /** Whether the requests may have been stored by a call whose answer was lost. */
  again: boolean;
  /** Only check the requests. */
  dry: boolean;
  /**
   * The clock of this process, microseconds since the epoch. The log records nothing if both this and the last event
   * contradict the clock of the database.
   */
  processUs: number;
}

/** The parameters of `append_events` for these requests. */
export function appendParameters(requests: readonly AppendRequest[], { again, dry, processUs }: AppendCall): unknown[] {
  const events = requests.flatMap((request) => request.events);
  const storyIndex = new Map<string, number>();
  for (const { story } of events)
    if (story !== '' && !storyIndex.has(story)) storyIndex.set(story, storyIndex.size + 1);
  const perEvent = (value: (event: (typeof events)[number]) => string | number): string => list(events.map(value));
  const perRequest = (value: (request: AppendRequest) => string | number): string => list(requests.map(value));
  return [
    again || events.some((event) => event.idGiven),
    [...storyIndex.keys()].join(SEPARATOR),
    perEvent((event) => storyIndex.get(event.story) ?? 0),
    perEvent((event) => event.id),
    perEvent((event) => event.kind),
    perEvent((event) => event.type),
    perEvent((event) => event.about?.target ?? ''),
    perEvent((event) => event.about?.factId ?? ''),
    perEvent(({ about }) => (about && 'factType' in about ? about.factType : '')),
    perEvent((event) => event.contentHash),
    perEvent((event) => event.envelope),
    perRequest((request) => request.events.length),
    perRequest((request) => request.recordedBy),
    perRequest((request) => request.expectedVersion ?? ''),
    perRequest((request) => request.idempotency?.key ?? ''),
    perRequest((request) => request.idempotency?.fingerprint ?? ''),
    dry,
    processUs,
    perRequest((request) => request.madeAt ?? ''),
  ];
}

/** A list as one text; '' if all values are empty, which is the usual case. */
const list = (values: readonly (string | number)[]): string =>
  values.some((value) => value !== '') ? values.join(SEPARATOR) : '';

export interface AppendRow {
  outcomes: string;
  places: string;
}

/** The outcome of one request. */
export type CallOutcome =
  { kind: 'stored'; events: AppendedEvent[] } | { kind: 'replayed' } | { kind: 'refused'; refusal: AppendRefusal };

/** Reads the row that `append_events` returned: one outcome per request. */
export function readOutcomes(requests: readonly AppendRequest[], row: AppendRow): CallOutcome[] {
  const outcomes = row.outcomes.split(SEPARATOR);
  const places = row.places.split(SEPARATOR);
  let next = 0;
  return requests.map((request, r) => {
    const first = next;
    next += request.events.length;
    const outcome = outcomes[r];
    if (outcome === 'stored') {
      return { kind: 'stored', events: request.events.map((event, i) => readPlace(event, places[first + i] ?? '')) };
    }
    if (outcome === 'replayed') return { kind: 'replayed' };
    return { kind: 'refused', refusal: readRefusal(outcome ?? '') };
  });
}

function readPlace(event: { id: string; story: string }, text: string): AppendedEvent {
  const [position, version, recordedUs, hash, state] = text.split(' ');
  if (!position || !version || !recordedUs || !hash)
    throw new Error(`append_events returned no place for event ${event.id}`);
  return {
    id: event.id,
    story: event.story,
    position: Number(position),
    version: Number(version),
    recordedAt: formatInstant(Number(recordedUs)),
    hash,
    duplicate: state === 'd',
  };
}

function readRefusal(text: string): AppendRefusal {
  const [code, index, detail] = text.split(' ');
  switch (code) {
    case 'event-id-conflict':
    case 'target-refused':
    case 'already-retracted':
    case 'story-exists':
    case 'unknown-story':
    case 'story-closed':
    case 'idempotency-key-reused':
    case 'data-moved':
      return { code, index: Number(index) };
    case 'version-mismatch':
      return { code, index: Number(index), actualVersion: Number(detail) };
    default:
      throw new Error(`append_events returned an unknown outcome: ${text}`);
  }
}
