import { lastInstant, type Period } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';
import type { Certainty } from '#log/event.js';
import type { Pool } from 'pg';
import { readFactState } from '#projector/store/stored-fact-states.js';
import type { FactState } from '#history/facts/fact-state.js';
import { worldBound, type Clocks } from '../clocks/clocks.js';
import type { PageDeadline } from '../clocks/page-deadline.js';
import type { Subject } from '../subjects/subject.js';
import type { TimelineOrder, TimelinePlace } from './timeline-fact.js';
import { BEFORE_ALL_DATES, FACTS_LOOKED_AT, TIMELINE_QUERIES, type TimelineRow } from './timeline-sql.js';

export interface TimelineFilter {
  /** Facts whose date begins at or after the start of this one. */
  from?: Period | undefined;
  /** Facts whose date begins by the end of this one. */
  to?: Period | undefined;
  /** Facts of one of these types. */
  types?: readonly string[] | undefined;
  /** Facts that name one of these. */
  parties?: readonly string[] | undefined;
  person?: string | undefined;
  publisher?: string | undefined;
  /** Facts of one of these. */
  certainties?: readonly Certainty[] | undefined;
  /** Facts about a subject of one of these views. */
  views?: readonly AnyView[] | undefined;
  /** Facts that a subject is folded from. */
  subject?: Subject | undefined;
  /** Also withdrawn facts. */
  retracted?: boolean | undefined;
}

/** Which facts to read: the first `limit` after a place that pass a filter at a point of the clocks. */
export interface TimelineSelection {
  /** `null`: of all stories. */
  story: string | null;
  filter: TimelineFilter;
  clocks: Clocks;
  /** `null`: from the first in the order. */
  after: TimelinePlace | null;
  limit: number;
  /** Missing: newest first. */
  order?: TimelineOrder | undefined;
  /** When to stop looking. Missing: never. */
  deadline?: PageDeadline | undefined;
}

/** States that pass, in order. */
export interface TimelineStates {
  states: FactState[];
  /** The place up to which all facts were looked at when the time had passed; `null`: the time was enough. */
  stopped: TimelinePlace | null;
}

/** The states of facts, filtered and sorted by all that was published, whatever `clocks.reportedAsOf`. */
export async function readTimelineStates(
  pool: Pool,
  { story, filter, clocks, after, limit, order = 'desc', deadline }: TimelineSelection,
  which: 'all' | 'without-meta-events',
): Promise<TimelineStates> {
  const queries = TIMELINE_QUERIES[order];
  const { query, afterAll } = filter.subject ? queries.ofSubject : story === null ? queries.ofAll : queries.ofStory;
  const states: FactState[] = [];
  let [before, before_position, before_known] = after
    ? [String(after.validFrom), String(after.position), afterAll]
    : [...queries.start, afterAll];
  for (;;) {
    const rows = await query(pool, {
      story,
      as_of: worldBound(Math.min(clocks.asOf, filter.to ? lastInstant(filter.to) : Infinity)),
      position: clocks.position,
      since: filter.from ? String(filter.from.from) : BEFORE_ALL_DATES,
      types: filter.types ?? null,
      parties: filter.parties ?? null,
      person: filter.person ?? null,
      publisher: filter.publisher ?? null,
      says: patternsOf(filter.certainties),
      retracted: filter.retracted ?? false,
      before,
      before_position,
      before_known,
      most: limit - states.length,
      projection: filter.subject?.projection ?? null,
      subject: filter.subject?.subject ?? null,
      unchanged: which === 'without-meta-events',
    });
    for (const { passes, form } of rows) if (passes) states.push(readFactState(form));
    const last = rows.at(-1);
    if (states.length >= limit || !last || Number(last.nth) < FACTS_LOOKED_AT) return { states, stopped: null };
    [before, before_position, before_known] = [last.valid_from, last.position, last.known_from];
    if (deadline?.hasPassed) return { states, stopped: placeLookedAt(rows, last, order) };
  }
}

/**
 * Patterns of which every fact with one of some certainties matches one, so that the others need not be read; `null`:
 * there are none. An account without a certainty of its own may count as reported.
 */
const patternsOf = (certainties: readonly Certainty[] | undefined): string[] | null =>
  certainties === undefined || certainties.includes('reported')
    ? null
    : certainties.map((certainty) => `%"certainty":"${certainty}"%`);

/**
 * The place after which to continue. The fact of the last row may have a further row, with the state that passes:
 * unless it has passed already, the place is the one before it.
 */
function placeLookedAt(rows: readonly TimelineRow[], last: TimelineRow, order: TimelineOrder): TimelinePlace {
  const [validFrom, position] = [Number(last.valid_from), Number(last.position)];
  const isShown = rows.some(
    (row) => row.passes && row.valid_from === last.valid_from && row.position === last.position,
  );
  if (isShown) return { validFrom, position };
  return { validFrom, position: order === 'desc' ? position + 1 : position - 1 };
}
