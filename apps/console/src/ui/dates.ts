import { lastInstant, parseReducedDate } from '#catalogue/values/periods.js';

/*
 * Dates as the API has them: an instant, a day, a month or a year. They are shown as precisely as they are known, and
 * never in the reader's time zone: a date of the record is a date in UTC.
 */

const DAY_MS = 86_400_000;
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** "12 August 2025", "August 2025", "2025", "28 November 2026, 11:20 UTC". A text that is no date stays as it is. */
export function formatDate(text: string): string {
  const [, year, month, day, time] = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(.*))?)?)?$/.exec(text) ?? [];
  if (year === undefined) return text;
  if (month === undefined) return year;
  if (time !== undefined) return formatInstant(text);
  return [day === undefined ? [] : [String(Number(day))], MONTHS[Number(month) - 1] ?? month, year].flat().join(' ');
}

/** The same with the month in three letters, for charts and rows. */
export const formatShort = (text: string): string =>
  formatDate(text).replace(/[A-Z][a-z]{3,}/, (month) => month.slice(0, 3));

function formatInstant(text: string): string {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) return text;
  const iso = instant.toISOString();
  return `${formatDate(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;
}

/** The first day of a date, in days since 1970 (UTC); NaN for a text that is no date. */
export const firstDay = (text: string): number => dayOf(parseReducedDate(text)?.from);

/** The last day of a date. */
export function lastDay(text: string): number {
  const period = parseReducedDate(text);
  return dayOf(period ? lastInstant(period) : undefined);
}

const dayOf = (microseconds = NaN): number => Math.floor(microseconds / (DAY_MS * 1000));

/** The same day of another month, or its last day. */
export function monthAfter(day: number, months: number): number {
  const from = new Date(day * DAY_MS);
  const month = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1);
  const days = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0)).getUTCDate();
  return month / DAY_MS + Math.min(from.getUTCDate(), days) - 1;
}

/** A day as the API takes it: 2025-08-12. */
export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const today = (now: number = Date.now()): number => Math.floor(now / DAY_MS);

/** How long ago an instant was, for less than a day; else its date. */
export function formatAge(instant: string, now: number = Date.now()): string {
  const minutes = Math.floor((now - Date.parse(instant)) / 60_000);
  if (Number.isNaN(minutes)) return instant;
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ago`;
  return formatDate(instant.slice(0, 10));
}

/** "15 days left", "today", "3 days ago". */
export function daysLeft(days: number): string {
  if (days === 0) return 'today is the last day';
  if (days > 0) return days === 1 ? '1 day left' : `${days} days left`;
  return days === -1 ? 'passed yesterday' : `passed ${-days} days ago`;
}
