import type { Pool } from 'pg';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import type { Clocks } from '../clocks/clocks.js';
import { reportedTimeline } from './reported-timeline.js';
import { resolveForTimeline, type TimelineFact } from './resolve-for-timeline.js';
import { readForms, type TimelineFilter } from './timeline-fact-states.js';
import { toTimelinePage, placeOf, type TimelinePage, type TimelinePlace } from './timeline-page.js';

/** A page of a story's facts as they stood at one point of the clocks, newest first. */
export async function readTimeline(
  pool: Pool,
  story: string,
  filter: TimelineFilter,
  clocks: Clocks,
  after: TimelinePlace | null,
  limit: number,
): Promise<TimelinePage> {
  return toTimelinePage(await readTimelineFacts(pool, story, filter, clocks, after, limit + 1), clocks, limit);
}

/** The same facts as they are told, with all of their accounts. */
export async function readTimelineFacts(
  pool: Pool,
  story: string,
  filter: TimelineFilter,
  clocks: Clocks,
  after: TimelinePlace | null,
  limit: number,
): Promise<TimelineFact[]> {
  if (clocks.reportedAsOf !== Infinity) return reportedTimeline(pool, story, filter, clocks, after, limit);
  const found: TimelineFact[] = [];
  for (let place = after; ;) {
    const forms = await readForms(pool, story, filter, clocks, place, limit, false);
    const timelineFacts = forms.flatMap((form) => resolveForTimeline(form, Infinity) ?? []);
    // The index knows who ever told a fact; an account may have been withdrawn since.
    found.push(...timelineFacts.filter(({ told: { accounts } }) => isToldBy(filter.publisher, accounts)));
    const last = timelineFacts.at(-1);
    if (found.length >= limit || forms.length < limit || !last) return found.slice(0, limit);
    place = placeOf(last);
  }
}

const isToldBy = (publisher: string | undefined, accounts: ResolvedFact['accounts']): boolean =>
  publisher === undefined || accounts.some((account) => account.publisher === publisher);
