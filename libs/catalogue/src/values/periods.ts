/*
 * Apart from the schema of a date, so that a page in a browser can compute with dates without loading the validator.
 */

const SECOND = 1_000_000;
const DAY = 86_400 * SECOND;
/** Of numbers beyond 2^53, up to the year 9999, every multiple of this exists: microseconds. All whole seconds are. */
const COARSE = 32;
const YEAR_MONTH_DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

export type Precision = 'year' | 'month' | 'day' | 'instant';

/** A span of world time. `from` inclusive, `to` exclusive, both in microseconds since 1970-01-01T00:00Z. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly precision: Precision;
}

/** Parsed days, months and years. The same dates recur, and checks, folds and comparisons parse each many times. */
const cache = new Map<string, Period>();
const MAX_CACHED = 10_000;

/** The span of UTC that a date covers, or `null` if the text is not a date of the calendar. Years 0001 to 9999. */
export function parseReducedDate(text: string): Period | null {
  const cached = cache.get(text);
  if (cached) return cached;
  const calendar = YEAR_MONTH_DAY.exec(text);
  if (!calendar) return instantPeriod(text);
  const [, year, month, day] = calendar;
  const period = calendarPeriod(
    Number(year),
    month === undefined ? null : Number(month),
    day === undefined ? null : Number(day),
  );
  if (period) remember(text, period);
  return period;
}

function remember(text: string, period: Period): void {
  if (cache.size === MAX_CACHED) cache.clear();
  cache.set(text, period);
}

/** What is wrong with a text that `parseReducedDate` refuses. */
export function dateError(text: string): string {
  return YEAR_MONTH_DAY.test(text) || INSTANT.test(text)
    ? 'must be a date that exists in the calendar'
    : 'must be YYYY, YYYY-MM, YYYY-MM-DD or an RFC 3339 instant with offset';
}

/** The span of UTC that a valid reduced date covers. Throws `RangeError` on anything else: validate first. */
export function periodOf(text: string): Period {
  const period = parseReducedDate(text);
  if (!period) throw new RangeError(`not a date: ${text}`);
  return period;
}

/** The first instant after all dates: the start of the year 10000. */
export const END_OF_CALENDAR = utc(10_000, 1, 1);

/** The last number before an instant at which something else can hold: a microsecond before, in far centuries 32. */
export const justBefore = (instant: number): number => instant - (Number.isSafeInteger(instant) ? 1 : COARSE);

/** The last instant of a period: everything in the period begins at it or before, everything after the period later. */
export const lastInstant = ({ to }: Pick<Period, 'to'>): number => justBefore(to);

/** The first instant of a valid reduced date as `formatInstant` writes it, exact in every century. */
export function formatFirstInstant(text: string): string {
  const { from, precision } = periodOf(text);
  const formatted = formatInstant(from);
  if (precision !== 'instant' || Number.isSafeInteger(from)) return formatted;
  return formatted.replace('.000000Z', `.${decimalsOf(INSTANT.exec(text)?.[7])}Z`);
}

/** The last instant of a valid reduced date as `formatInstant` writes it, exact in every century. */
export function formatLastInstant(text: string): string {
  const period = periodOf(text);
  return period.precision === 'instant' ? formatFirstInstant(text) : formatInstant(lastInstant(period));
}

/**
 * An instant (microseconds since the epoch) as RFC 3339 in UTC with six decimals: `2025-10-26T08:00:00.000000Z`. In far
 * centuries, what is no whole second is the last microsecond of its second, which has no number of its own.
 */
export function formatInstant(microseconds: number): string {
  if (!Number.isSafeInteger(microseconds)) return formatFarInstant(microseconds);
  const milliseconds = Math.floor(microseconds / 1000);
  const rest = microseconds - milliseconds * 1000;
  return new Date(milliseconds).toISOString().replace('Z', `${String(rest).padStart(3, '0')}Z`);
}

function formatFarInstant(microseconds: number): string {
  const seconds = Math.floor(microseconds / SECOND);
  const decimals = microseconds === seconds * SECOND ? '000000' : '999999';
  return new Date(seconds * 1000).toISOString().replace('.000Z', `.${decimals}Z`);
}

/** The UTC day of an instant: `2025-10-26`. */
export function formatDay(microseconds: number): string {
  return new Date(Math.floor(microseconds / 1000)).toISOString().slice(0, 10);
}

function calendarPeriod(year: number, month: number | null, day: number | null): Period | null {
  if (year < 1) return null;
  if (month === null) return { from: utc(year, 1, 1), to: utc(year + 1, 1, 1), precision: 'year' };
  if (month < 1 || month > 12) return null;
  if (day === null) return { from: utc(year, month, 1), to: utc(year, month + 1, 1), precision: 'month' };
  if (day < 1 || day > daysIn(year, month)) return null;
  const from = utc(year, month, day);
  return { from, to: from + DAY, precision: 'day' };
}

function instantPeriod(text: string): Period | null {
  const match = INSTANT.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const offset = offsetMinutes(match[8] ?? 'Z');
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 59 || offset === null) return null;
  const whole = utc(year, month, day) + ((hour * 60 + minute - offset) * 60 + second) * SECOND;
  if (whole < utc(1, 1, 1) || whole >= utc(10_000, 1, 1)) return null;
  // Before 1685 and after 2254 a number cannot hold every microsecond, but still every second.
  if (!Number.isSafeInteger(whole) || !Number.isSafeInteger(whole + SECOND))
    return { from: whole, to: whole + SECOND, precision: 'instant' };
  const from = whole + Number(decimalsOf(match[7]));
  return { from, to: from + 1, precision: 'instant' };
}

/** Six decimals. More are cut off. */
const decimalsOf = (fraction = ''): string => fraction.slice(0, 6).padEnd(6, '0');

function offsetMinutes(text: string): number | null {
  if (text === 'Z') return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(4, 6));
  if (hours > 23 || minutes > 59) return null;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

/** Midnight UTC in microseconds. `Date.UTC` reads years 0 to 99 as 1900 to 1999: hence the detour over 400 years. */
function utc(year: number, month: number, day: number): number {
  return (Date.UTC(year + 400, month - 1, day) - Date.UTC(2400, 0, 1) + Date.UTC(2000, 0, 1)) * 1000;
}
