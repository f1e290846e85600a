import type { Pool } from 'pg';
import type { Clocks } from '../clocks/clocks.js';
import { haltedAmong, nameHalted, readHaltedNames, type HaltedSubjects } from './halted-subjects.js';
import { readItems } from './read-items.js';
import type { SubjectAt } from './subject-at.js';
import { subjectsOfFewNaming } from '../subjects/facts-naming.js';
import { ReadPace } from '../clocks/pace.js';
import {
  readSubjectsOfView,
  readSubjectsOfViewInStory,
  touchedAmong,
  type SubjectName,
} from '../subjects/read-subjects.js';
import { readSubjectsNaming } from '../subjects/subjects-naming.js';
import type { ActiveGeneration } from '../clocks/active-generation.js';
import { toSubject } from '../subjects/subject.js';
import { isNonEmpty } from './view-item.js';

export interface ViewFilter {
  story?: string | undefined;
  party?: string | undefined;
}

export interface ViewPage extends HaltedSubjects {
  items: SubjectAt[];
  /** The last subject's name. */
  next: string | null;
}

/** How many subjects are looked at in one question, whatever the limit of a page. */
const AT_A_TIME = 200;

/**
 * The items of one view over all stories, by the names of their subjects. Subjects of which nothing is said at this
 * point are left out. A page that took long to fill may hold less, and leads on.
 */
export async function readView(
  pool: Pool,
  serving: ActiveGeneration,
  filter: ViewFilter,
  clocks: Clocks,
  after: string | null,
  limit: number,
): Promise<ViewPage> {
  const { view } = serving;
  const { story, party } = filter;
  const aside = await readHaltedNames(pool, [serving], clocks.position, story ?? null);
  const found: SubjectAt[] = [];
  const pace = new ReadPace();
  for await (const names of candidates(pool, serving, filter, clocks, after ?? '', Math.min(limit + 1, AT_A_TIME))) {
    const subjects = names.map(({ subject }) => toSubject(serving, subject));
    const items = await readItems(pool, subjects, clocks, story ?? null);
    aside.push(...haltedAmong(items));
    found.push(
      ...items.filter(
        ({ item, row }) =>
          row && item && isNonEmpty(row) && (party === undefined || concerns(party, view.parties, item.state)),
      ),
    );
    if (found.length > limit)
      return { items: found.slice(0, limit), next: found[limit - 1]?.subject ?? null, ...nameHalted(aside) };
    const last = names.at(-1)?.subject;
    if (pace.isLong() && last !== undefined) return { items: found, next: last, ...nameHalted(aside) };
  }
  return { items: found, next: null, ...nameHalted(aside) };
}

/**
 * The subjects that a filter may let through, by name, some at a time: first as many as a page needs, then as many as
 * are looked at in one question. Of a party only those that some fact of theirs names: found by those facts where they
 * are few, else in the order of the subjects; by an earlier press then all.
 */
async function* candidates(
  pool: Pool,
  serving: ActiveGeneration,
  { story, party }: ViewFilter,
  clocks: Clocks,
  after: string,
  first: number,
): AsyncGenerator<SubjectName[]> {
  const { projection } = serving;
  const anyPress = clocks.reportedAsOf === Infinity;
  let [last, most] = [after, first];
  let isMany = false;
  for (;;) {
    const names =
      story === undefined
        ? (await readSubjectsOfView(pool, projection, last, most)).map((name) => ({ ...name, touched: true }))
        : await readSubjectsOfViewInStory(pool, projection, story, clocks.position, !anyPress, last, most);
    yield names.filter(({ touched }) => touched);
    const end = names.at(-1);
    if (!end || names.length < most) return;
    [last, most] = [end.subject, AT_A_TIME];
    if (party === undefined || isMany) continue;
    const few = await subjectsOfFewNaming(pool, serving, party, clocks);
    isMany = few === null && !anyPress;
    if (isMany) continue;
    const naming = few
      ? [few.filter((subject) => subject > last).map((subject) => ({ projection, subject }))]
      : readSubjectsNaming(pool, projection, party, story ?? null, last);
    for await (const names of naming) {
      for (let i = 0; i < names.length; i += AT_A_TIME) {
        const some = names.slice(i, i + AT_A_TIME);
        yield few && anyPress && story !== undefined ? await touchedAmong(pool, some, story, clocks.position) : some;
      }
    }
    return;
  }
}

function concerns(party: string, parties: (state: never) => string[], state: unknown): boolean {
  return state !== null && parties(state as never).includes(party);
}
