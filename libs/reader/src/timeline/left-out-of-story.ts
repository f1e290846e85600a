import type { Period } from '#catalogue/values/reduced-date.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import type { Pool } from 'pg';
import type { Clocks } from '../clocks/clocks.js';
import { leftOutOf, type LeftOut } from '../items/left-out.js';
import { readStatesWithMetaEvents } from './read-timeline.js';
import { readTimelineStates } from './timeline-fact-states.js';

/** Among how many of a story's facts without meta-events at most: the latest. */
const LATEST = 1_000;

/**
 * What is left out of the facts of a story for want of a date of publication, among those with meta-events and the
 * latest others.
 *
 * @param from only facts from this date on; `null`: all
 * @param concerns whether a fact matters
 */
export async function readLeftOutOfStory(
  pool: Pool,
  story: string,
  clocks: Clocks,
  from: Period | null,
  concerns: (fact: ResolvedFact) => boolean,
): Promise<LeftOut[]> {
  if (clocks.reportedAsOf === Infinity || clocks.undated === 'include') return [];
  const filter = from ? { from } : {};
  const selection = { story, filter, clocks, after: null, limit: LATEST };
  const states = [
    ...(await readStatesWithMetaEvents(pool, story, clocks.position)),
    ...(await readTimelineStates(pool, selection, 'without-meta-events')).states,
  ];
  const start = from?.from ?? -Infinity;
  return leftOutOf(states, clocks, concerns).filter((one) => one.from >= start && one.from <= clocks.asOf);
}
