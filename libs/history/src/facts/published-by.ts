import { lastInstant, periodOf } from '#catalogue/values/reduced-date.js';
import type { EventSource } from '#log/event.js';

/** A point of the press's clock, and whether sources without a date of publication count there. */
export interface PressTime {
  /** The last instant of publication that counts, microseconds since the epoch; `Infinity`: everything counts. */
  reportedAsOf: number;
  /**
   * `include`: an account whose source has no date of publication counts from the end of its own period, and a
   * correction or retraction with such a source wherever its target does. Absent: none of them counts.
   */
  undated?: 'include' | undefined;
}

/** All that was ever published. */
export const EVER_PUBLISHED: PressTime = { reportedAsOf: Infinity };

/** The part of a source that matters here. `null`: an event without a source. */
type Dated = { publishedAt?: string | undefined } | null;

/**
 * The instant from which a source counts, microseconds since the epoch. A publication known to the day counts from the
 * end of that day. A source without a publication date counts only at `Infinity`. An event without a source (`null`)
 * always counts: `-Infinity`.
 */
export function publicationInstant(source: Dated): number {
  if (source === null) return -Infinity;
  return source.publishedAt === undefined ? Infinity : lastInstant(periodOf(source.publishedAt));
}

/**
 * Whether a source had been published by an instant.
 *
 * @param reportedAsOf microseconds since the epoch, inclusive; `Infinity`: everything counts
 */
export const isPublishedBy = (source: Dated, reportedAsOf: number): boolean =>
  reportedAsOf === Infinity || publicationInstant(source) <= reportedAsOf;

/** Whether an event has a source of which nobody knows when it was published. */
export const isUndated = ({ source }: { source: EventSource | null }): boolean =>
  source !== null && source.publishedAt === undefined;
