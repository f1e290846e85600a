import { z } from 'zod';

const SECOND = 1_000_000;
const DAY = 86_400 * SECOND;
const YEAR_MONTH_DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;

export type Precision = 'year' | 'month' | 'day' | 'instant';

/** A span of world time. `from` inclusive, `to` exclusive, both in microseconds since 1970-01-01T00:00Z. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly precision: Precision;
}

/**
 * A date as precise as it is known: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or an RFC 3339 instant with offset (at most 9
 * decimals; kept to the microsecond, in far centuries to the second).
 */
export const ReducedDate = z
  .string()
  .refine((text) => parseReducedDate(text) !== null, {
    error: ({ input }) => dateError(String(input)),
  })
  .meta({
    id: 'ReducedDate',
    description: 'YYYY, YYYY-MM, YYYY-MM-DD, or an RFC 3339 instant with offset: as precise as it is known',
    pattern: '^\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2}))?)?)?$',
  });
export type ReducedDate = z.infer<typeof ReducedDate>;

/**
 * Days, months and years that were read: the news are full of the same ones, and each is looked at by checks, folds and
 * comparisons.
 */
const known = new Map<string, Period>();
const MOST_KNOWN = 10_000;

/** The span of UTC that a date names, or `null` where the text is no date of the calendar. Years 0001 to 9999. */
export function parseReducedDate(text: string): Period | null {
  const before = known.get(text);
  if (before) return before;
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
  if (known.size === MOST_KNOWN) known.clear();
  known.set(text, period);
}

/** What is wrong with a text that `parseReducedDate` does not take. */
export function dateError(text: string): string {
  return YEAR_MONTH_DAY.test(text) || INSTANT.test(text)
    ? 'must be a date that there is in the calendar'
    : 'must be YYYY, YYYY-MM, YYYY-MM-DD or an RFC 3339 instant with offset';
}

/** The span of UTC that a valid reduced date names. Throws `RangeError` on anything else: validate first. */
export function periodOf(text: string): Period {
  const period = parseReducedDate(text);
  if (!period) throw new RangeError(`not a date: ${text}`);
  return period;
}

/** An instant (microseconds since the epoch) as RFC 3339 in UTC with six decimals: `2025-10-26T08:00:00.000000Z`. */
export function formatInstant(microseconds: number): string {
  const milliseconds = Math.floor(microseconds / 1000);
  const rest = microseconds - milliseconds * 1000;
  return new Date(milliseconds).toISOString().replace('Z', `${String(rest).padStart(3, '0')}Z`);
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
  // Before 1684 and after 2255 a number no longer holds every microsecond, but still every second.
  if (!Number.isSafeInteger(whole)) return { from: whole, to: whole + SECOND, precision: 'instant' };
  const from = whole + Number((match[7] ?? '').slice(0, 6).padEnd(6, '0'));
  return { from, to: from + 1, precision: 'instant' };
}

function offsetMinutes(text: string): number | null {
  if (text === 'Z') return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(4, 6));
  if (hours > 23 || minutes > 59) return null;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

/** Midnight UTC in microseconds. `Date.UTC` reads years 0 to 99 as 1900 to 1999, hence the detour over 400 years. */
const utc = (year: number, month: number, day: number): number =>
  (Date.UTC(year + 400, month - 1, day) - Date.UTC(2400, 0, 1) + Date.UTC(2000, 0, 1)) * 1000;
