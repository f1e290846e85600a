import type { Pool } from 'pg';
import { subjectKey } from '#projector/store/projections.js';
import type { ActiveGeneration } from '../clocks/active-generation.js';
import type { Clocks } from '../clocks/clocks.js';
import type { SubjectAt } from '../items/view-item.js';
import { compareText, toSubject, type Subject } from '../subjects/subject.js';
import { subjectsOfStory } from '../subjects/subjects-of-story.js';
import { readSubjectsOfView } from '../subjects/subjects-of-view.js';
import { findChangedSubjects } from './changed-subjects.js';

/** How many subjects are read at once. */
export const SUBJECTS_AT_A_TIME = 100;

/** A place among subjects: by the order of the views, then by name. */
export interface SubjectPlace {
  view: string;
  subject: string;
}

/** Sorts subjects by the order of the views, then by name, and drops those up to a place. */
export function sortSubjects(
  generations: readonly ActiveGeneration[],
  subjects: readonly Subject[],
  after: SubjectPlace | null = null,
): Subject[] {
  const rank = new Map(generations.map((one, i) => [one.view.name, i]));
  const compare = (a: SubjectPlace, b: SubjectPlace): number =>
    (rank.get(a.view) ?? 0) - (rank.get(b.view) ?? 0) || compareText(a.subject, b.subject);
  const placed = subjects.map((one) => ({ one, place: { view: one.view.name, subject: one.subject } }));
  return placed
    .filter(({ place }) => after === null || compare(place, after) > 0)
    .sort((a, b) => compare(a.place, b.place))
    .map(({ one }) => one);
}

/** Subjects to compare, in order, and what of each is on the board at a point. */
export interface ComparedSubjects {
  subjects: Subject[];
  onBoard: (at: Clocks, items: SubjectAt[]) => SubjectAt[];
}

/** The subjects of a story, some at a time. */
export async function* subjectsToCompareOf(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  story: string,
  from: Clocks,
  to: Clocks,
  after: SubjectPlace | null,
): AsyncGenerator<ComparedSubjects> {
  const byKey = async (clocks: Clocks): Promise<Map<string, Subject>> =>
    new Map((await subjectsOfStory(pool, generations, story, clocks)).map((one) => [subjectKey(one), one]));
  const touched = new Map([
    [from, await byKey(from)],
    [to, await byKey(to)],
  ]);
  const all = sortSubjects(generations, [...new Map([...touched.values()].flatMap((one) => [...one])).values()], after);
  // A subject that no fact of the story touches at a point is not on the board there, whatever other stories say of it.
  const onBoard = (at: Clocks, items: SubjectAt[]): SubjectAt[] =>
    items.map((one) => (touched.get(at)?.has(subjectKey(one)) ? one : { ...one, row: null, lists: null, item: null }));
  yield* inParts(all, onBoard);
}

function* inParts(all: readonly Subject[], onBoard: ComparedSubjects['onBoard']): Generator<ComparedSubjects> {
  for (let i = 0; i < all.length; i += SUBJECTS_AT_A_TIME)
    yield { subjects: all.slice(i, i + SUBJECTS_AT_A_TIME), onBoard };
}

/** The subjects of all stories, some at a time: those that can differ, where they are known, or all. */
export async function* allSubjectsToCompare(
  pool: Pool,
  generations: readonly ActiveGeneration[],
  from: Clocks,
  to: Clocks,
  after: SubjectPlace | null,
): AsyncGenerator<ComparedSubjects> {
  const onBoard = (_: Clocks, items: SubjectAt[]): SubjectAt[] => items;
  const few = await findChangedSubjects(pool, generations, from, to);
  if (few) {
    yield* inParts(sortSubjects(generations, few, after), onBoard);
    return;
  }
  const begun = generations.findIndex(({ view }) => view.name === after?.view);
  for (const generation of generations.slice(Math.max(begun, 0))) {
    let last = generation.view.name === after?.view ? after.subject : '';
    for (;;) {
      const names = await readSubjectsOfView(pool, generation.projection, last, SUBJECTS_AT_A_TIME);
      if (names.length > 0) yield { subjects: names.map(({ subject }) => toSubject(generation, subject)), onBoard };
      const end = names.at(-1);
      if (!end || names.length < SUBJECTS_AT_A_TIME) break;
      last = end.subject;
    }
  }
}
