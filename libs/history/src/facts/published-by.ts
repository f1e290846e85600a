import { periodOf } from '#catalogue/values/reduced-date.js';
import type { EventSource } from '#log/event.js';

/**
 * Whether what a source says had been published at an instant (microseconds since the epoch, inclusive). A publication
 * known to a day counts from the end of that day; an unknown one never; what has no source always. On an unbounded
 * clock everything counts.
 */
export function isPublishedBy(source: EventSource | null, reportedAsOf: number): boolean {
  if (source === null || reportedAsOf === Infinity) return true;
  return source.publishedAt !== undefined && periodOf(source.publishedAt).to - 1 <= reportedAsOf;
}
