import type { Pool } from 'pg';
import { justBefore, periodOf } from '#catalogue/values/reduced-date.js';
import type { ActiveGeneration } from '../clocks/active-generation.js';
import type { Clocks } from '../clocks/clocks.js';
import { deadlinesOf, type DeadlineState } from '../items/deadline.js';
import { readItems } from '../items/read-items.js';
import { compareText, haltedAmong, toSubject, type HaltedSubject, type Subject } from '../subjects/subject.js';
import { groupsByEnd, nameOf, type DateGroup, type DateRange } from '../subjects/subjects-by-date.js';
import { readSubjectsOfViewInStory } from '../subjects/subjects-of-view.js';

/** How many subjects one query reads, whatever the limit of a page. */
const SUBJECTS_AT_A_TIME = 200;
/** A story with up to so many subjects is searched by these. */
const FEW = 200;
const SECOND = 1_000_000;

export interface DeadlineFilter {
  state: DeadlineState;
  /** Only of subjects that a fact of this story touches; `null`: of all subjects. */
  story: string | null;
  /** Only dates that end after this instant, microseconds since the epoch; `-Infinity`: no bound. */
  after: number;
  /** Only dates that end at or before this instant, microseconds since the epoch; `Infinity`: no bound. */
  upTo: number;
}

/** A place in the list of deadlines. */
export interface DeadlinePlace {
  /** The end of the date, microseconds since the epoch. */
  end: number;
  view: string;
  subject: string;
  /** How many of the subject's deadlines on dates with this end come before it. */
  before: number;
}

/** A subject that has a fact with a date that ends then. */
export interface DatedSubject {
  end: number;
  subject: Subject;
}

/** The `before` of a place after all deadlines of a subject, and the `view` of a place after all subjects. */
const AFTER_ALL = 1_000_000;
const AFTER_ALL_VIEWS = '~';

/** Subjects in the order of a page, as many as one query reads, and the place after them; `null`: no more follow. */
export interface Batch {
  subjects: DatedSubject[];
  place: DeadlinePlace | null;
}

/** How many groups may pass before the time is looked at again. Some groups have no subject. */
const GROUPS_AT_A_TIME = 200;

/**
 * The subjects that may have deadlines after a place, in the order of the list.
 *
 * @param first how many to begin with: as many as a page needs
 * @param halted subjects that were found to be halted are added to it
 */
export async function* deadlineCandidates(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  filter: DeadlineFilter,
  clocks: Clocks,
  after: DeadlinePlace | null,
  first: number,
  halted: HaltedSubject[],
): AsyncGenerator<Batch> {
  const range = rangeOf(filter, clocks, after);
  const few = filter.story === null ? null : await fewOfStory(pool, generations, filter.story, clocks);
  const groups = few ? await groupsOf(pool, few, range, clocks, halted) : groupsByEnd(pool, generations, range, clocks);
  let [size, passed] = [Math.min(first, SUBJECTS_AT_A_TIME), 0];
  let subjects: DatedSubject[] = [];
  for await (const { end, subjects: all } of groups) {
    const ordered = [...all.values()].sort(
      (a, b) => compareText(a.view.name, b.view.name) || compareText(a.subject, b.subject),
    );
    for (const subject of ordered) {
      if (after?.end === end && comesBefore(subject, after)) continue;
      subjects.push({ end, subject });
      if (subjects.length < size) continue;
      yield { subjects, place: { end, view: subject.view.name, subject: subject.subject, before: AFTER_ALL } };
      [subjects, size, passed] = [[], SUBJECTS_AT_A_TIME, 0];
    }
    passed += 1;
    if (passed < GROUPS_AT_A_TIME) continue;
    yield { subjects, place: { end, view: AFTER_ALL_VIEWS, subject: '', before: AFTER_ALL } };
    [subjects, passed] = [[], 0];
  }
  if (subjects.length > 0) yield { subjects, place: null };
}

/** Whether the page before has all deadlines of a subject. It may have left some of the subject at the place itself. */
const comesBefore = ({ view, subject }: Subject, place: DeadlinePlace): boolean =>
  (compareText(view.name, place.view) || compareText(subject, place.subject)) < 0;

/**
 * The ends of the dates that can have deadlines in a state. A place may lie within the subjects of one end, so that end
 * is included.
 */
function rangeOf({ state, after, upTo }: DeadlineFilter, { instant }: Clocks, place: DeadlinePlace | null): DateRange {
  const descending = state !== 'upcoming';
  const range = {
    after: state === 'upcoming' ? Math.max(after, instant) : after,
    // The end of an instant is a microsecond after it, in far centuries a second.
    upTo: state === 'overdue' ? Math.min(upTo, instant + SECOND) : upTo,
    descending,
  };
  if (!place) return range;
  return descending
    ? { ...range, upTo: Math.min(range.upTo, place.end) }
    : { ...range, after: Math.max(range.after, justBefore(place.end)) };
}

/** The subjects of a story that facts of it ever touched; `null` where there are many. */
async function fewOfStory(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  story: string,
  { position }: Clocks,
): Promise<Subject[] | null> {
  const found: Subject[] = [];
  for (const one of generations) {
    const limit = FEW + 1 - found.length;
    const names = await readSubjectsOfViewInStory(pool, one.projection, story, position, true, '', limit);
    found.push(...names.map(({ subject }) => toSubject(one, subject)));
    if (found.length > FEW) return null;
  }
  return found;
}

/** The groups of a range in its order, of the deadlines that some subjects have. */
async function groupsOf(
  pool: Pool,
  subjects: readonly Subject[],
  { after, upTo, descending }: DateRange,
  clocks: Clocks,
  halted: HaltedSubject[],
): Promise<DateGroup[]> {
  const groups = new Map<number, DateGroup>();
  for (const at of await readItems(pool, subjects, clocks)) {
    halted.push(...haltedAmong([at]));
    for (const { date } of deadlinesOf(at, clocks.instant)) {
      const end = periodOf(date).to;
      if (end <= after || end > upTo) continue;
      const group = groups.get(end) ?? { end, subjects: new Map<string, Subject>() };
      group.subjects.set(nameOf(at), at);
      groups.set(end, group);
    }
  }
  return [...groups.values()].sort((a, b) => (descending ? b.end - a.end : a.end - b.end));
}
