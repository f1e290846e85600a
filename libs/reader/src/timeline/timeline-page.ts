import type { Clocks } from '../clocks/clocks.js';
import type { TimelineFact } from './resolve-for-timeline.js';
import { timelineEntry, type TimelineEntry } from './timeline-entry.js';

/** A place in a list of facts, newest first. */
export interface TimelinePlace {
  validFrom: number;
  position: number;
}

export interface TimelinePage {
  items: TimelineEntry[];
  next: TimelinePlace | null;
}

export const placeOf = ({ told }: TimelineFact): TimelinePlace => ({
  validFrom: told.period.from,
  position: told.position,
});

/** Newest first; of one date the later recorded first. */
export const newestFirst = (a: TimelinePlace, b: TimelinePlace): number =>
  b.validFrom - a.validFrom || b.position - a.position;

/**
 * A page of facts, told as of the press. `found`: in order, at least one more than the page holds where there is a next
 * one.
 */
export function toTimelinePage(found: readonly TimelineFact[], { reportedAsOf }: Clocks, limit: number): TimelinePage {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ form, told, withdrawn }) => timelineEntry(form, told, withdrawn, reportedAsOf)),
    next: found.length > limit && last ? placeOf(last) : null,
  };
}
