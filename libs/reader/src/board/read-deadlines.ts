import type { AnyView } from '#views/define-view.js';
import { periodOf } from '#catalogue/values/reduced-date.js';
import type { Pool } from 'pg';
import type { Clocks } from '../clocks/clocks.js';
import { PageDeadline } from '../clocks/page-deadline.js';
import {
  haltedAmong,
  nameHalted,
  readHaltedNames,
  touchedAmong,
  type HaltedSubject,
  type HaltedSubjects,
} from '../subjects/subject.js';
import { deadlinesOf, type DeadlineItem, type DeadlineState } from '../items/deadline.js';
import { readItems } from '../items/read-items.js';
import type { SubjectAt } from '../items/view-item.js';
import { isReadableAt, readActive } from '../clocks/active-generation.js';
import { nameOf } from '../subjects/subjects-by-date.js';
import {
  deadlineCandidates,
  type DatedSubject,
  type DeadlineFilter,
  type DeadlinePlace,
} from './deadline-candidates.js';

export type { DeadlineFilter, DeadlinePlace };

export interface DeadlinePage extends HaltedSubjects {
  items: DeadlineItem[];
  /** What the subjects of the items are called, where facts give a title. */
  titles: ReadonlyMap<DeadlineItem, string>;
  next: DeadlinePlace | null;
}

/**
 * Deadlines in one state, over all stories or in one: by the end of their dates, those nearest to the instant of the
 * read first (of what is settled the latest dates first), then by view and subject.
 *
 * A deadline of a subject is the date of one of the facts that it is folded from. So the facts are read in the order of
 * the dates that they name, from the place at which the page begins, and the subjects that they are about. A page that
 * took long to fill may hold less than `limit` and still have a next one.
 */
export async function readDeadlines(
  pool: Pool,
  views: readonly AnyView[],
  filter: DeadlineFilter,
  clocks: Clocks,
  after: DeadlinePlace | null,
  limit: number,
): Promise<DeadlinePage> {
  const generations = (await readActive(pool, views, clocks)).filter(
    (one) => one.view.deadlines && isReadableAt(one, clocks.position),
  );
  const { story } = filter;
  const halted: HaltedSubject[] = await readHaltedNames(pool, generations, clocks.position, story);
  const found: FoundDeadline[] = [];
  const page = (next: DeadlinePlace | null): DeadlinePage => {
    const listed = found.slice(0, limit);
    const titles = new Map(listed.flatMap(({ item, title }) => (title === null ? [] : [[item, title] as const])));
    return { items: listed.map(({ item }) => item), titles, next, ...nameHalted(halted) };
  };
  const deadline = new PageDeadline();
  const candidates = deadlineCandidates(pool, generations, filter, clocks, after, limit + 1, halted);
  for await (const { subjects, place } of candidates) {
    const read = await readSubjects(pool, subjects, story, clocks);
    halted.push(...haltedAmong([...read.values()]));
    for (const { end, subject } of subjects) {
      const at = read.get(nameOf(subject));
      if (at) found.push(...deadlinesEnding(at, end, filter.state, clocks.instant, after));
    }
    if (found.length > limit) return page(found[limit - 1]?.place ?? null);
    if (deadline.hasPassed) return page(place);
  }
  return page(null);
}

interface FoundDeadline {
  item: DeadlineItem;
  title: string | null;
  place: DeadlinePlace;
}

/** The deadlines of a subject in one state on dates with this end, without those up to a place. */
function deadlinesEnding(
  at: SubjectAt,
  end: number,
  state: DeadlineState,
  instant: number,
  after: DeadlinePlace | null,
): FoundDeadline[] {
  const { view, subject, row } = at;
  const resumed = after?.end === end && after.view === view.name && after.subject === subject;
  const title = row && row.state !== null ? (view.title?.(row.state as never) ?? null) : null;
  return deadlinesOf(at, instant)
    .filter((item) => periodOf(item.date).to === end)
    .flatMap((item, n): FoundDeadline[] => {
      if (item.state !== state || (resumed && n < after.before)) return [];
      return [{ item, title, place: { end, view: view.name, subject, before: n + 1 } }];
    });
}

/** Each subject once, by name; of a story only those that one of its facts touches. */
async function readSubjects(
  pool: Pool,
  dated: readonly DatedSubject[],
  story: string | null,
  clocks: Clocks,
): Promise<ReadonlyMap<string, SubjectAt>> {
  const once = [...new Map(dated.map(({ subject }) => [nameOf(subject), subject])).values()];
  const asReported = clocks.reportedAsOf !== Infinity;
  // As reported by an earlier date, `readItems` folds the subject and sees whether a fact of the story touches it.
  const touched = story === null || asReported ? once : await touchedAmong(pool, once, story, clocks.position);
  const read = await readItems(pool, touched, clocks, asReported ? story : null);
  return new Map(read.map((at) => [nameOf(at), at]));
}
