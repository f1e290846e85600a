import { parseEvent, type ParsedEvent } from '#catalogue/event-input.js';
import { periodOf } from '#catalogue/values/reduced-date.js';
import type { QuotePlace } from '../articles/find-quote.js';
import { Problem, type ProblemPointer } from '../problems/problem.js';

export const MAX_EVENTS = 1000;
export const MAX_ERRORS = 100;
/**
 * How far ahead an event may begin, microseconds: by time zones and wrong clocks, an event of today may have the date
 * of tomorrow.
 */
const MAX_AHEAD = 24 * 3_600_000_000;

/** The posted events, checked by the catalogue. */
export interface ParsedRequest extends RequestShape {
  events: ParsedEvent[];
  /** Only of an import, which alone accepts a quote without the text of its article: the claims of each line. */
  imported?: { byAdmin: boolean; claims: readonly (SourceClaim | null)[] };
}

/** What a line of an import claims about an article, for where the text of the article is missing. */
export interface SourceClaim {
  /** The place of the quote in the text. */
  place: QuotePlace | null;
  /** The details of the article as they were recorded without its text; `null`: recorded with the text. */
  unverified: { publisher: string; publishedAt?: string | undefined; headline: string } | null;
}

/** How events were posted. A refusal of one of them needs it for its pointers. */
export interface RequestShape {
  batch: boolean;
  /** The pointer into the body to a place within an event. In a batch it begins with the index of the event. */
  pointer: (index: number, within: string) => string;
  /** The code for an unknown target: a mistake in the body, or in the path. */
  unknownTarget: 'unknown-target' | 'not-found';
  /** The request is one correction, and its `data` are a merge patch of the data that stand. */
  patchesData?: boolean;
}

export const single: RequestShape = { batch: false, pointer: (_, within) => within, unknownTarget: 'unknown-target' };
const batched: RequestShape = {
  batch: true,
  pointer: (index, within) => `/${index}${within}`,
  unknownTarget: 'unknown-target',
};

/**
 * Checks one event or a batch by the catalogue, and reports all errors at once.
 *
 * @param now microseconds since the epoch
 * @throws Problem `invalid-event` or `unknown-type`, by the first event that has an error
 */
export function parseEvents(body: unknown, now: number): ParsedRequest {
  if (!Array.isArray(body)) return parseWithShape(single, [body], now);
  if (body.length === 0) throw invalid('must have at least one event');
  if (body.length > MAX_EVENTS) throw invalid(`must have at most ${MAX_EVENTS.toLocaleString('en')} events`);
  return parseWithShape(batched, body, now);
}

/**
 * Checks events of any shape, as `parseEvents`.
 * @param found errors that were found before
 */
export function parseWithShape(
  shape: RequestShape,
  inputs: readonly unknown[],
  now: number,
  found: readonly ProblemPointer[] = [],
): ParsedRequest {
  const events: ParsedEvent[] = [];
  const errors = [...found];
  let code: 'invalid-event' | 'unknown-type' | undefined = found.length > 0 ? 'invalid-event' : undefined;
  for (const [index, input] of inputs.entries()) {
    const parsed = parseEvent(input);
    const found = parsed.ok ? errorsOfDate(parsed.event, now) : parsed.errors;
    if (parsed.ok) events.push(parsed.event);
    if (found.length === 0) continue;
    code ??= parsed.ok ? 'invalid-event' : parsed.code;
    errors.push(...found.map((error) => ({ ...error, pointer: shape.pointer(index, error.pointer) })));
  }
  if (code === undefined) return { ...shape, events };
  throw new Problem(code, summarizeErrors(errors), { errors: errors.slice(0, MAX_ERRORS) });
}

function errorsOfDate(event: ParsedEvent, now: number): ProblemPointer[] {
  const [date, pointer] =
    event.about === 'event'
      ? [(event.data as { occurredAt?: string }).occurredAt, '/data/occurredAt']
      : [event.occurredAt, '/occurredAt'];
  if (date === undefined || periodOf(date).from <= now + MAX_AHEAD) return [];
  return [
    { pointer, detail: 'begins more than 24 hours ahead: a plan is an event of today, with its date in the data' },
  ];
}

/** The first error as a sentence, and the number of the others. */
export function summarizeErrors(errors: readonly ProblemPointer[]): string {
  const [first] = errors;
  const more = errors.length > 1 ? `, and ${errors.length - 1} more` : '';
  return first
    ? `${first.pointer === '' ? 'The body' : first.pointer} ${first.detail}${more}.`
    : 'The event is not valid.';
}

const invalid = (detail: string): Problem =>
  new Problem('invalid-event', `The batch ${detail}.`, { errors: [{ pointer: '', detail }] });
