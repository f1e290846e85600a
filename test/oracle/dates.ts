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

/** The span of UTC that a reduced date or an instant names. */
export function spanOf(date: string): Span {
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
 * The span of a fact: what its date names, ending no later than its source's publication, unless that leaves nothing of
 * it.
 */
export function spanUntilPublished(date: string, publishedAt: string | undefined): Span {
  const { first, last } = spanOf(date);
  const published = publishedAt === undefined ? last : endOf(publishedAt);
  return published < first ? { first, last } : { first, last: published < last ? published : last };
}

export const overlap = (a: Span, b: Span): boolean => a.first <= b.last && b.first <= a.last;

export const within = (inner: Span, outer: Span): boolean => outer.first <= inner.first && inner.last <= outer.last;

/** Whether one of the dates is a day and the other an instant on it, in UTC or in the instant's own offset. */
export function dayOfInstant(a: string, b: string): boolean {
  const [day, instant] = precisionOf(a) === 'day' ? [a, b] : [b, a];
  if (precisionOf(day) !== 'day' || precisionOf(instant) !== 'instant') return false;
  return instantOf(instant).startsWith(day) || instant.startsWith(day);
}

/** Whether one date lies within the other: then they do not differ, one is only more precise. */
export function agree(a: string, b: string): boolean {
  const [x, y] = [spanOf(a), spanOf(b)];
  return within(x, y) || within(y, x);
}

/** The date as a newspaper would name it: an instant counts as its day in UTC. */
export const namedDate = (date: string): string =>
  precisionOf(date) === 'instant' ? instantOf(date).slice(0, 10) : date;

/** The instant one microsecond away (`1` later, `-1` earlier), for questions just beside a point. */
export function beside(instant: string, step: 1 | -1): string {
  const text = instantOf(instant);
  const micros = Number(text.slice(20, 26)) + step;
  if (micros >= 0 && micros <= 999_999) return `${text.slice(0, 20)}${String(micros).padStart(6, '0')}Z`;
  const second = new Date(Date.parse(`${text.slice(0, 19)}Z`) + step * 1000).toISOString().slice(0, 19);
  return `${second}.${step === 1 ? '000000' : '999999'}Z`;
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
