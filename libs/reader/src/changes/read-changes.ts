import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { keyOf } from '#projector/store/subject-key.js';
import { differing, inOrder, type ItemChange, type SubjectPlace } from './changed-items.js';
import type { Clocks } from '../clocks/clocks.js';
import { haltedAmong, nameHalted, readHaltedNames, type HaltedSubjects } from '../items/halted-subjects.js';
import { eventsBetween } from './events-between.js';
import { readItems } from '../items/read-items.js';
import type { SubjectAt } from '../items/subject-at.js';
import { subjectsOfStory } from '../subjects/read-subjects.js';
import { isReadableAt, unavailableViews, readActive } from '../clocks/active-generation.js';
import { storyExists } from '../clocks/story-version.js';
import type { Subject } from '../subjects/subject.js';

export interface SubjectChanged extends ItemChange {
  /** What was told in between, the latest 50. None where time alone has changed it. */
  events: string[];
}

/** The last subject of a page. */
export type ChangesPlace = SubjectPlace;

export interface ChangesPage extends HaltedSubjects {
  items: SubjectChanged[];
  next: ChangesPlace | null;
  /** Views that cannot be compared, since their own code failed before the later point. */
  halted: string[];
}

const AT_A_TIME = 100;

/**
 * The subjects of a story's board that differ between two points of the clocks, by view and name. `null` where the
 * record does not hold the story at the later one.
 */
export async function readChanges(
  pool: Pool,
  views: readonly AnyView[],
  story: string,
  from: Clocks,
  to: Clocks,
  after: ChangesPlace | null,
  limit: number,
): Promise<ChangesPage | null> {
  const served = await readActive(pool, views, to);
  if (!(await storyExists(pool, story, to))) return null;
  const serving = served.filter((one) => isReadableAt(one, to.position));
  const halted = unavailableViews(views, serving, to.position);
  const byKey = async (clocks: Clocks): Promise<Map<string, Subject>> =>
    new Map((await subjectsOfStory(pool, serving, story, clocks)).map((one) => [keyOf(one), one]));
  const there = await byKey(from);
  const here = await byKey(to);
  const all = inOrder(serving, [...new Map([...there, ...here]).values()], after);
  // Nothing is said of a subject at a point of the record where no fact of the story touches it.
  const only = (touched: typeof there, items: SubjectAt[]): SubjectAt[] =>
    items.map((one) => (touched.has(keyOf(one)) ? one : { ...one, row: null, lists: null, item: null }));
  const items: SubjectChanged[] = [];
  const aside = await readHaltedNames(pool, serving, Math.max(from.position, to.position), story);
  for (let i = 0; i < all.length && items.length <= limit; i += AT_A_TIME) {
    const some = all.slice(i, i + AT_A_TIME);
    const then = only(there, await readItems(pool, some, from, story));
    const now = only(here, await readItems(pool, some, to, story));
    aside.push(...haltedAmong(then), ...haltedAmong(now));
    const changed = differing(some, then, now).slice(0, limit + 1 - items.length);
    const events = await eventsBetween(
      pool,
      changed.map(({ of }) => of),
      from,
      to,
    );
    items.push(...changed.map(({ change }, n) => ({ ...change, events: events[n] ?? [] })));
  }
  const last = items[limit - 1];
  return {
    items: items.slice(0, limit),
    next: items.length > limit && last ? { view: last.view, subject: last.subject } : null,
    halted,
    ...nameHalted(aside),
  };
}
