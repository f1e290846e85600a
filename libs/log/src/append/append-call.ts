import { formatInstant } from '#catalogue/values/reduced-date.js';
import type { AppendRefusal, AppendRequest, AppendedEvent } from './append-request.js';

/** No value of an event holds U+001F: canonical JSON escapes control characters, and names, slugs and ids have none. */
const SEPARATOR = '\u001f';

/** One round trip: a named statement, parsed once per connection. Its parameters are explained in the function. */
export const APPEND_STATEMENT = {
  name: 'append-events',
  text: 'select outcomes, places from append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)',
};

export interface AppendCall {
  /** The requests may have been stored by a call whose answer was lost. */
  again: boolean;
  /** Only check them. */
  dry: boolean;
  /**
   * This process's clock, microseconds since the epoch: the log refuses to record where it and the last event both
   * contradict the database's.
   */
  processUs: number;
}

/** The parameters of `append_events` for some requests. */
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
  ];
}

/** A list as one text: '' where no value says anything, which is most often so. */
const list = (values: readonly (string | number)[]): string =>
  values.some((value) => value !== '') ? values.join(SEPARATOR) : '';

export interface AppendRow {
  outcomes: string;
  places: string;
}

/** What became of one request. */
export type CallOutcome =
  { kind: 'stored'; events: AppendedEvent[] } | { kind: 'replayed' } | { kind: 'refused'; refusal: AppendRefusal };

/** Reads the answer of `append_events`, one outcome per request. */
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
    throw new Error(`append_events answered no place for event ${event.id}`);
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
      return { code, index: Number(index) };
    case 'version-mismatch':
      return { code, index: Number(index), actualVersion: Number(detail) };
    default:
      throw new Error(`append_events answered an outcome that is not known: ${text}`);
  }
}
