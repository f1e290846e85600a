import type { Pool } from 'pg';
import type { Clocks } from '../clocks/clocks.js';
import { compareText } from '../subjects/compare-text.js';
import { readItemsAt, type Moment } from '../items/read-items.js';
import type { SubjectAt } from '../items/subject-at.js';
import { subjectsOfStory } from '../subjects/read-subjects.js';
import type { ActiveGeneration } from '../clocks/active-generation.js';
import type { Subject } from '../subjects/subject.js';
import { isNonEmpty, type ViewItem } from '../items/view-item.js';

/** A subject that is told differently at two points of the clocks; `null` where nothing is said of it. */
export interface ItemChange {
  view: string;
  subject: string;
  before: ViewItem | null;
  after: ViewItem | null;
}

/** Two moments of the world. */
export interface Span {
  from: Moment;
  to: Moment;
}

const AT_A_TIME = 100;

/**
 * The first subjects of a story, by view and name, that are told differently at the two ends of some spans of the
 * world, by one record and press.
 *
 * @param limit how many of each span at most
 * @returns for each span those that differ
 */
export async function readChangedItems(
  pool: Pool,
  serving: readonly ActiveGeneration[],
  story: string,
  known: Pick<Clocks, 'reportedAsOf' | 'position'>,
  spans: readonly Span[],
  limit: number,
): Promise<ItemChange[][]> {
  const changed = spans.map((): ItemChange[] => []);
  const all = inOrder(serving, await subjectsOfStory(pool, serving, story, known));
  for (let i = 0; i < all.length && changed.some(({ length }) => length < limit); i += AT_A_TIME) {
    const some = all.slice(i, i + AT_A_TIME);
    const items = await readItemsAt(
      pool,
      some,
      known,
      spans.flatMap(({ from, to }) => [from, to]),
      story,
    );
    for (const [n, found] of changed.entries()) {
      found.push(...differing(some, items[2 * n] ?? [], items[2 * n + 1] ?? []).map(({ change }) => change));
    }
  }
  return changed.map((found) => found.slice(0, limit));
}

/** Those of some subjects that are told differently, given what is said of each then and now. */
export function differing(
  subjects: readonly Subject[],
  then: readonly SubjectAt[],
  now: readonly SubjectAt[],
): { of: Subject; change: ItemChange }[] {
  return subjects.flatMap((of, n) => {
    const [before, after] = [said(then[n]), said(now[n])];
    // What is not known on one side cannot be compared.
    if ((then[n]?.halted ?? now[n]?.halted ?? null) !== null) return [];
    return JSON.stringify(before) === JSON.stringify(after)
      ? []
      : [{ of, change: { view: of.view.name, subject: of.subject, before, after } }];
  });
}

/** A place among subjects: by the order of the views, then by name. */
export interface SubjectPlace {
  view: string;
  subject: string;
}

/** By the order of the views, then by name; those after a place. */
export function inOrder(
  serving: readonly ActiveGeneration[],
  subjects: readonly Subject[],
  after: SubjectPlace | null = null,
): Subject[] {
  const rank = new Map(serving.map((one, i) => [one.view.name, i]));
  const compare = (a: SubjectPlace, b: SubjectPlace): number =>
    (rank.get(a.view) ?? 0) - (rank.get(b.view) ?? 0) || compareText(a.subject, b.subject);
  const placed = subjects.map((one) => ({ one, place: { view: one.view.name, subject: one.subject } }));
  return placed
    .filter(({ place }) => after === null || compare(place, after) > 0)
    .sort((a, b) => compare(a.place, b.place))
    .map(({ one }) => one);
}

const said = (at: SubjectAt | undefined): ViewItem | null =>
  at?.row && at.item && isNonEmpty(at.row) ? at.item : null;
