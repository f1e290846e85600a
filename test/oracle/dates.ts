/**
 * Dates as texts. A span is its first and its last microsecond, written so that comparing the texts compares the
 * instants: `2025-08-01T00:00:00.000000Z` to `2025-08-31T23:59:59.999999Z`. Years 1000 to 9999.
 */
export interface Span {
  first: string;
  last: string;
}

export type Precision = 'year' | 'month' | 'day' | 'instant';

export function precisionOf(date: string): Precision {
  if (date.length === 4) return 'year';
  if (date.length === 7) return 'month';
  return date.length === 10 ? 'day' : 'instant';
}

const spans = new Map<string, Span>();

/** The span of UTC that a reduced date or an instant names. The few dates of a run are computed once each. */
export function spanOf(date: string): Span {
  const known = spans.get(date) ?? computeSpan(date);
  spans.set(date, known);
  return known;
}

function computeSpan(date: string): Span {
  switch (precisionOf(date)) {
    case 'year':
      return days(`${date}-01-01`, `${date}-12-31`);
    case 'month':
      return days(`${date}-01`, `${date}-${lastDayOf(date)}`);
    case 'day':
      return days(date, date);
    case 'instant': {
      const instant = instantOf(date);
      return { first: instant, last: instant };
    }
  }
}

/** The last microsecond of what the date names. */
export const endOf = (date: string): string => spanOf(date).last;

/**
 * The span of a fact: what its date names, ending no later than its source's publication, unless nothing would be left.
 */
export function spanUntilPublished(date: string, publishedAt: string | undefined): Span {
  const { first, last } = spanOf(date);
  const published = publishedAt === undefined ? last : endOf(publishedAt);
  return published < first ? { first, last } : { first, last: published < last ? published : last };
}

/** Whether a date is over: an instant at itself, another date after its last day. */
export const isOver = (date: string, at: string): boolean =>
  precisionOf(date) === 'instant' ? spanOf(date).first <= at : endOf(date) < at;

export const overlap = (a: Span, b: Span): boolean => a.first <= b.last && b.first <= a.last;

export const within = (inner: Span, outer: Span): boolean => outer.first <= inner.first && inner.last <= outer.last;

/** Whether one of the dates is a day and the other an instant on it, in UTC or in the instant's own offset. */
export function dayOfInstant(a: string, b: string): boolean {
  const [day, instant] = precisionOf(a) === 'day' ? [a, b] : [b, a];
  if (precisionOf(day) !== 'day' || precisionOf(instant) !== 'instant') return false;
  return instantOf(instant).startsWith(day) || instant.startsWith(day);
}

/** Whether one date lies within the other: then one is only more precise. */
export function agree(a: string, b: string): boolean {
  const [x, y] = [spanOf(a), spanOf(b)];
  return within(x, y) || within(y, x);
}

/** The date as a newspaper would name it: of an instant, its day in UTC. */
export const namedDate = (date: string): string =>
  precisionOf(date) === 'instant' ? instantOf(date).slice(0, 10) : date;

/** Whether two dates name the same: equal texts, or one instant however it is written. */
export const sameNamed = (a: string, b: string): boolean =>
  a === b || (precisionOf(a) === 'instant' && precisionOf(b) === 'instant' && spanOf(a).first === spanOf(b).first);

/** The date from which a date is over: an instant itself, of another date the first day of UTC after it. */
export const dayAfter = (date: string): string =>
  precisionOf(date) === 'instant' ? date : oneMicrosecondFrom(endOf(date), 1).slice(0, 10);

/** The instant from which a date is over. */
export const overFrom = (date: string): string =>
  precisionOf(date) === 'instant' ? spanOf(date).first : oneMicrosecondFrom(endOf(date), 1);

/** The instant one microsecond later (`1`) or earlier (`-1`). */
export function oneMicrosecondFrom(instant: string, step: 1 | -1): string {
  const text = instantOf(instant);
  const micros = Number(text.slice(20, 26)) + step;
  if (micros >= 0 && micros <= 999_999) return `${text.slice(0, 20)}${String(micros).padStart(6, '0')}Z`;
  const second = new Date(Date.parse(`${text.slice(0, 19)}Z`) + step * 1000).toISOString().slice(0, 19);
  return `${second}.${step === 1 ? '000000' : '999999'}Z`;
}

/** The day so many days later, or earlier. */
export const movedDays = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);

/** The day so many months later, or earlier: with the same number, or the last of the month where that is shorter. */
export function movedMonths(day: string, count: number): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const moved = new Date(Date.UTC(year, month - 1 + count, 1)).toISOString().slice(0, 7);
  const last = lastDayOf(moved);
  return `${moved}-${String(Math.min(Number(day.slice(8)), last)).padStart(2, '0')}`;
}

const days = (first: string, last: string): Span => ({
  first: `${first}T00:00:00.000000Z`,
  last: `${last}T23:59:59.999999Z`,
});

/** Day 0 of the next month is the last of this one. */
const lastDayOf = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();

/** Any RFC 3339 instant in UTC with six decimals. */
function instantOf(text: string): string {
  const parts = /^(.{19})(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/.exec(text);
  if (!parts) throw new RangeError(`not an instant: ${text}`);
  const [, seconds, fraction = '', offset] = parts;
  return `${new Date(`${seconds}${offset}`).toISOString().slice(0, 19)}.${fraction.slice(0, 6).padEnd(6, '0')}Z`;
}
