import type { Pool } from 'pg';
import type { AnyView } from '#views/define-view.js';
import { storyExists } from '../board/story-head.js';
import { type ActiveGeneration, isReadableAt, readActive, unavailableViews } from '../clocks/active-generation.js';
import type { Clocks, Known } from '../clocks/clocks.js';
import { undatedField, type LeftOut } from '../items/left-out.js';
import { PageDeadline } from '../clocks/page-deadline.js';
import { type Moment, readItems, readItemsAt } from '../items/read-items.js';
import { comparedItem, type SubjectAt, type ViewItem } from '../items/view-item.js';
import { haltedAmong, type HaltedSubjects, nameHalted, readHaltedNames, type Subject } from '../subjects/subject.js';
import { subjectsOfStory } from '../subjects/subjects-of-story.js';
import { eventsBetween } from './events-between.js';
import {
  allSubjectsToCompare,
  sortSubjects,
  SUBJECTS_AT_A_TIME,
  type SubjectPlace,
  subjectsToCompareOf,
} from './subjects-to-compare.js';

/** A subject whose item differs at two points of the clocks; `null` where it has none, or an empty one. */
export interface ItemChange {
  view: string;
  subject: string;
  before: ViewItem | null;
  after: ViewItem | null;
}

/** A span of valid time. */
export interface Span {
  from: Moment;
  to: Moment;
}

/**
 * The first subjects of a story, by view and name, whose items differ at the two ends of some spans of valid time, for
 * one position and one date of publication.
 *
 * @param limit how many of each span at most
 * @returns for each span the subjects that differ
 */
export async function readChangedItems(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  story: string,
  known: Known,
  spans: readonly Span[],
  limit: number,
): Promise<ItemChange[][]> {
  const changed = spans.map((): ItemChange[] => []);
  const all = sortSubjects(generations, await subjectsOfStory(pool, generations, story, known));
  for (let i = 0; i < all.length && changed.some(({ length }) => length < limit); i += SUBJECTS_AT_A_TIME) {
    const some = all.slice(i, i + SUBJECTS_AT_A_TIME);
    const items = await readItemsAt(
      pool,
      some,
      known,
      spans.flatMap(({ from, to }) => [from, to]),
      story,
    );
    for (const [n, found] of changed.entries()) {
      found.push(...differingSubjects(some, items[2 * n] ?? [], items[2 * n + 1] ?? []).map(({ change }) => change));
    }
  }
  return changed.map((found) => found.slice(0, limit));
}

/** The subjects whose items differ, given each as it was read at both points. */
export function differingSubjects(
  subjects: readonly Subject[],
  then: readonly SubjectAt[],
  now: readonly SubjectAt[],
): { of: Subject; change: ItemChange; leftOut: readonly LeftOut[] | undefined }[] {
  return subjects.flatMap((of, n) => {
    const [before, after] = [comparedItem(then[n]), comparedItem(now[n])];
    // A subject that is halted at one of the points cannot be compared.
    if ((then[n]?.halted ?? now[n]?.halted ?? null) !== null) return [];
    return JSON.stringify(before) === JSON.stringify(after)
      ? []
      : [{ of, change: { view: of.view.name, subject: of.subject, before, after }, leftOut: now[n]?.leftOut }];
  });
}

export interface SubjectChanged extends ItemChange {
  /** The ids of the events in between that touch it, the latest 50. None where time alone has changed it. */
  events: string[];
  /** The field `undated` of the item at the later point: see `ViewItem`. */
  undated?: number;
}

/** The last subject of a page. */
export type ChangesPlace = SubjectPlace;

export interface ChangesPage extends HaltedSubjects {
  items: SubjectChanged[];
  next: ChangesPlace | null;
  /** The views that are missing, since their own code failed before the later point. */
  halted: string[];
}

/** Which subjects are compared. */
export interface ChangesFilter {
  /** Only subjects that a fact of this story touches; `null`: subjects of all stories. */
  story: string | null;
  /** Only subjects of these views. */
  views?: readonly string[] | undefined;
}

/**
 * The subjects of a story's board, or of all stories, that differ between two points of the clocks, by view and name;
 * `null` where the record does not hold the story at the later point. A page that took long to fill may hold less than
 * `limit`, or nothing after ten seconds, and still have a next one.
 */
export async function readChanges(
  pool: Pool,
  views: readonly AnyView[],
  { story, views: names }: ChangesFilter,
  from: Clocks,
  to: Clocks,
  after: ChangesPlace | null,
  limit: number,
): Promise<ChangesPage | null> {
  const requested = views.filter(({ name }) => names?.includes(name) ?? true);
  const generations = await readActive(pool, requested, to);
  if (story !== null && !(await storyExists(pool, story, to))) return null;
  const readable = generations.filter((one) => isReadableAt(one, to.position));
  const halted = unavailableViews(requested, readable, to.position);
  const items: SubjectChanged[] = [];
  const haltedSubjects = await readHaltedNames(pool, readable, Math.max(from.position, to.position), story);
  const answer = (next: ChangesPlace | null): ChangesPage => ({
    items: items.slice(0, limit),
    next,
    halted,
    ...nameHalted(haltedSubjects),
  });
  const deadline = new PageDeadline();
  const parts =
    story === null
      ? allSubjectsToCompare(pool, readable, from, to, after)
      : subjectsToCompareOf(pool, readable, story, from, to, after);
  for await (const { subjects, onBoard } of parts) {
    const then = onBoard(from, await readItems(pool, subjects, from, story));
    const now = onBoard(to, await readItems(pool, subjects, to, story));
    haltedSubjects.push(...haltedAmong(then), ...haltedAmong(now));
    const changed = differingSubjects(subjects, then, now).slice(0, limit + 1 - items.length);
    const events = await eventsBetween(
      pool,
      changed.map(({ of }) => of),
      from,
      to,
    );
    items.push(
      ...changed.map(({ change, leftOut }, n) => ({
        ...change,
        events: events[n] ?? [],
        // A subject that has left the story leaves nothing out.
        ...(to.reportedAsOf !== Infinity && undatedField(leftOut ?? [])),
      })),
    );
    const last = items[limit - 1];
    if (items.length > limit && last) return answer({ view: last.view, subject: last.subject });
    const end = subjects.at(-1);
    if (end && deadline.hasPassedWith(items.length)) return answer({ view: end.view.name, subject: end.subject });
  }
  return answer(null);
}
