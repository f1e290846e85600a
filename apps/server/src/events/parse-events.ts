import { parseEvent, type ParsedEvent } from '#catalogue/event-input.js';
import { periodOf } from '#catalogue/values/reduced-date.js';
import type { QuotePlace } from '../articles/find-quote.js';
import { Problem, type ProblemPointer } from '../problems/problem.js';

export const MAX_EVENTS = 1000;
const MOST_ERRORS = 100;
/**
 * Zones, and clocks that go wrong, may put what happens today into tomorrow; a plan is an event of today. Microseconds.
 */
const AHEAD = 24 * 3_600_000_000;

/** What a client posted, checked by the catalogue. */
export interface ParsedRequest extends RequestShape {
  events: ParsedEvent[];
  /**
   * Of an import: what each line says of its source beyond what can be posted. Everywhere else there is no quote
   * without a text.
   */
  imported?: { vouched: boolean; claims: readonly (SourceClaim | null)[] };
}

/** What a line of an import says of a source that is an article: for where nobody can look it up any more. */
export interface SourceClaim {
  /** Where its quote stood in the text. */
  place: QuotePlace | null;
  /** It was recorded without the text, and is known to agree with none: what it said of the article then. */
  unverified: { publisher: string; publishedAt?: string | undefined; headline: string } | null;
}

/** How events were posted: what a refusal of one of them has to name. */
export interface RequestShape {
  batch: boolean;
  /**
   * Where something of an event stands in the body. A single event has pointers from its root, one of a batch from its
   * index.
   */
  pointer: (index: number, within: string) => string;
  /** What a target that is not there is called: a mistake in the body, or the resource itself that was asked for. */
  unknownTarget: 'unknown-target' | 'not-found';
}

export const single: RequestShape = { batch: false, pointer: (_, within) => within, unknownTarget: 'unknown-target' };
const batched: RequestShape = {
  batch: true,
  pointer: (index, within) => `/${index}${within}`,
  unknownTarget: 'unknown-target',
};

/**
 * Checks one event or a batch against the catalogue, all of it at once.
 *
 * @param now microseconds since the epoch
 * @throws Problem `invalid-event` or `unknown-type`: that of the first event that has one
 */
export function parseEvents(body: unknown, now: number): ParsedRequest {
  if (!Array.isArray(body)) return parseWithShape(single, [body], now);
  if (body.length === 0) throw invalid('must hold at least one event');
  if (body.length > MAX_EVENTS) throw invalid(`must hold at most ${MAX_EVENTS.toLocaleString('en')} events`);
  return parseWithShape(batched, body, now);
}

/**
 * Checks events that were posted in some way. As `parseEvents`.
 * @param found what is wrong besides, with its place in the body
 */
export function parseWithShape(
  posting: RequestShape,
  inputs: readonly unknown[],
  now: number,
  found: readonly ProblemPointer[] = [],
): ParsedRequest {
  const events: ParsedEvent[] = [];
  const errors = [...found];
  let code: 'invalid-event' | 'unknown-type' | undefined = found.length > 0 ? 'invalid-event' : undefined;
  for (const [index, input] of inputs.entries()) {
    const parsed = parseEvent(input);
    const wrong = parsed.ok ? ahead(parsed.event, now) : parsed.errors;
    if (parsed.ok) events.push(parsed.event);
    if (wrong.length === 0) continue;
    code ??= parsed.ok ? 'invalid-event' : parsed.code;
    errors.push(...wrong.map((error) => ({ ...error, pointer: posting.pointer(index, error.pointer) })));
  }
  if (code === undefined) return { ...posting, events };
  throw new Problem(code, summary(errors), { errors: errors.slice(0, MOST_ERRORS) });
}

function ahead(event: ParsedEvent, now: number): ProblemPointer[] {
  const [date, pointer] =
    event.about === 'event'
      ? [(event.data as { occurredAt?: string }).occurredAt, '/data/occurredAt']
      : [event.occurredAt, '/occurredAt'];
  if (date === undefined || periodOf(date).from <= now + AHEAD) return [];
  return [
    { pointer, detail: 'begins more than 24 hours ahead: a plan is an event of today, with its date in the data' },
  ];
}

/** The first of some mistakes as a sentence, and how many there are besides. */
export function summary(errors: readonly ProblemPointer[]): string {
  const [first] = errors;
  const more = errors.length > 1 ? `, and ${errors.length - 1} more` : '';
  return first
    ? `${first.pointer === '' ? 'The body' : first.pointer} ${first.detail}${more}.`
    : 'The event is not valid.';
}

const invalid = (detail: string): Problem =>
  new Problem('invalid-event', `The batch ${detail}.`, { errors: [{ pointer: '', detail }] });
