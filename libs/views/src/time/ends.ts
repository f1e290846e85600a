import { periodOf } from '#catalogue/values/reduced-date.js';

/**
 * The instant (microseconds since the epoch) from which a reduced date lies in the past: the end of its last day in
 * UTC, or the instant itself. What is valid until 10 November holds through that day; what is valid until noon is over
 * at noon.
 */
export function endOfPeriod(date: string): number {
  const period = periodOf(date);
  return period.precision === 'instant' ? period.from : period.to;
}

/** Whether a date has passed at an instant. An unknown date never has. */
export function hasPassed(date: string | null, instant: number): boolean {
  return date !== null && endOfPeriod(date) <= instant;
}

/** The first instant after the given one at which one of the dates passes, or `null` where none is still to pass. */
export function nextEnd(dates: readonly (string | null)[], instant: number): number | null {
  const ahead = dates
    .filter((date) => date !== null && !hasPassed(date, instant))
    .map((date) => endOfPeriod(date as string));
  return ahead.length > 0 ? Math.min(...ahead) : null;
}

/**
 * An end that was told earlier, unless it had passed before a fact of the given date began: then it says nothing of
 * what the fact brings.
 */
export function unlessPassed(end: string | null, occurredAt: string): string | null {
  return hasPassed(end, periodOf(occurredAt).from) ? null : end;
}

/**
 * Whether what happened on the one date surely came after the other date was over. Dates that overlap leave it open.
 */
export function isDefinitelyAfter(later: string, earlier: string): boolean {
  return periodOf(later).from >= periodOf(earlier).to;
}
