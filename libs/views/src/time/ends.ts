import { periodOf } from '#catalogue/values/reduced-date.js';

/**
 * The instant (microseconds since the epoch) from which a reduced date is in the past: the end of its last day in UTC,
 * or the instant itself. What is valid until 10 November is valid on that day; what is valid until noon ends at noon.
 */
export function endOfPeriod(date: string): number {
  const period = periodOf(date);
  return period.precision === 'instant' ? period.from : period.to;
}

/** Whether a date has passed at an instant. An unknown date never has. */
export function hasPassed(date: string | null, instant: number): boolean {
  return date !== null && endOfPeriod(date) <= instant;
}

/** The first instant after the given one at which one of the dates passes, or `null` if all have passed. */
export function nextEnd(dates: readonly (string | null)[], instant: number): number | null {
  const ahead = dates
    .filter((date) => date !== null && !hasPassed(date, instant))
    .map((date) => endOfPeriod(date as string));
  return ahead.length > 0 ? Math.min(...ahead) : null;
}

/** An end known from earlier, or `null` if it had passed before the date of a new fact: then it no longer applies. */
export function unlessPassed(end: string | null, occurredAt: string): string | null {
  return hasPassed(end, periodOf(occurredAt).from) ? null : end;
}

/** Whether the one date certainly begins after the other is over. `false` for dates that overlap. */
export function isDefinitelyAfter(later: string, earlier: string): boolean {
  return periodOf(later).from >= periodOf(earlier).to;
}

/** Whether two dates name the same period. */
export function isSameDate(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [periodOf(one), periodOf(other)];
  return a.from === b.from && a.to === b.to;
}

/**
 * Whether two dates are equal, or one lies in the other. An instant also lies in the day, month and year of its own
 * offset: half past midnight in Oslo on 20 March is in 20 March.
 */
export function isSameOrWithin(one: string, other: string): boolean {
  return isSameDate(one, other) || isWithin(one, other) || isWithin(other, one);
}

function isWithin(inner: string, outer: string): boolean {
  const [a, b] = [periodOf(inner), periodOf(outer)];
  if (b.precision === 'instant') return false;
  return (b.from <= a.from && a.to <= b.to) || (a.precision === 'instant' && inner.startsWith(outer));
}
