import { endOf, spanOf } from './dates.js';
import type { Told } from './told.js';

/**
 * A point of the clocks, as it is asked for. Without `asOf` the world has no bound, and what time alone changes is told
 * for `now`.
 */
export interface Point {
  asOf?: string | undefined;
  reportedAsOf?: string | undefined;
  /** A date or an instant, or a position: `@17`. */
  recordedAsOf?: string | undefined;
  now: string;
}

/** What the record holds at the point: whole requests, whatever the dates of the facts in them. */
export function known(told: readonly Told[], { recordedAsOf }: Point): Told[] {
  if (recordedAsOf === undefined) return [...told];
  if (recordedAsOf.startsWith('@')) return told.filter((event) => event.requestStart <= Number(recordedAsOf.slice(1)));
  return told.filter((event) => spanOf(event.recordedAt).first <= endOf(recordedAsOf));
}

/** Whether the press had it at the point: what was published on a day, from the end of that day. */
export function isPublished({ publisher, publishedAt }: Told, { reportedAsOf }: Point): boolean {
  if (reportedAsOf === undefined || publisher === undefined) return true;
  return publishedAt !== undefined && endOf(publishedAt) <= endOf(reportedAsOf);
}

/** The instant for which the point asks what time alone changes. */
export const instantOf = ({ asOf, now }: Point): string => endOf(asOf ?? now);

/**
 * A place in the order of the facts: an instant of the world and, where facts begin at that one together, a position
 * among them.
 */
export interface Moment {
  at: string;
  position: number;
}

/** The end of what the point bounds. */
export const momentOf = ({ asOf }: Point): Moment => ({
  at: asOf === undefined ? '9999-99' : endOf(asOf),
  position: Infinity,
});

/** Whether what stands at `a` stands there or earlier than at `b`. */
export const upTo = (a: Moment, b: Moment): boolean => a.at < b.at || (a.at === b.at && a.position <= b.position);
