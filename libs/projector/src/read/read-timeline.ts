import type { Pool } from 'pg';
import type { ToldFact } from '../facts/told-fact.js';
import type { Clocks } from './clocks.js';
import { reportedTimeline } from './reported-timeline.js';
import { tellForm, type ToldForm } from './tell-form.js';
import { readForms, type TimelineFilter } from './timeline-forms.js';
import { pageOfTold, placeOf, type TimelinePage, type TimelinePlace } from './timeline-page.js';

/** A page of a story's facts as they stood at one point of the clocks, newest first. */
export async function readTimeline(
  pool: Pool,
  story: string,
  filter: TimelineFilter,
  clocks: Clocks,
  after: TimelinePlace | null,
  limit: number,
): Promise<TimelinePage> {
  return pageOfTold(await readToldForms(pool, story, filter, clocks, after, limit + 1), clocks, limit);
}

/** The same facts as they are told, with all of their accounts. */
export async function readToldForms(
  pool: Pool,
  story: string,
  filter: TimelineFilter,
  clocks: Clocks,
  after: TimelinePlace | null,
  limit: number,
): Promise<ToldForm[]> {
  if (clocks.reportedAsOf !== Infinity) return reportedTimeline(pool, story, filter, clocks, after, limit);
  const found: ToldForm[] = [];
  for (let place = after; ;) {
    const forms = await readForms(pool, story, filter, clocks, place, limit, false);
    const told = forms.flatMap((form) => tellForm(form, Infinity) ?? []);
    // The index knows who ever told a fact; an account may have been withdrawn since.
    found.push(...told.filter(({ told: { accounts } }) => isToldBy(filter.publisher, accounts)));
    const last = told.at(-1);
    if (found.length >= limit || forms.length < limit || !last) return found.slice(0, limit);
    place = placeOf(last);
  }
}

const isToldBy = (publisher: string | undefined, accounts: ToldFact['accounts']): boolean =>
  publisher === undefined || accounts.some((account) => account.publisher === publisher);
