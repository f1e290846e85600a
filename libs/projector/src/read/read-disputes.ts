import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { disputesOf, type Dispute } from '../fold/row.js';
import type { Clocks } from './clocks.js';
import { haltedAmong, nameHalted, readHaltedNames, type HaltedSubjects } from './halted-subjects.js';
import { readItems } from './read-items.js';
import type { SubjectAt } from './subject-at.js';
import { disputedAmong, readDisputedOfView, readSubjectsOfStory, readSubjectsOfView, type SubjectName } from './read-subjects.js';
import { answersAt, readServing, type Serving } from './serving.js';
import { toSubject, type Subject } from './subject.js';

export interface DisputeOfSubject extends Dispute {
  view: string;
  subject: string;
}

export interface DisputeFilter {
  /** Of subjects that a fact of this story touches. */
  story?: string | undefined;
  view?: string | undefined;
  /** Those that are open, or those that are settled. */
  open?: boolean | undefined;
}

/** A subject, and how many of its disputes have been told. */
export interface DisputePlace {
  view: string;
  subject: string;
  told: number;
}

export interface DisputePage extends HaltedSubjects {
  items: DisputeOfSubject[];
  next: DisputePlace | null;
}

const AT_A_TIME = 50;

/**
 * Where sources disagree at a point of the clocks, by view and subject: open disputes, and settled ones while they matter. Only subjects of which
 * sources ever disagreed are looked at; by an earlier press, all.
 */
export async function readDisputes(
  pool: Pool,
  views: readonly AnyView[],
  filter: DisputeFilter,
  clocks: Clocks,
  after: DisputePlace | null,
  limit: number,
): Promise<DisputePage> {
  const answering = (await readServing(pool, views, clocks)).filter((one) => answersAt(one, clocks.position));
  const asked = answering.filter(({ view }) => filter.view === undefined || filter.view === view.name);
  const aside = await readHaltedNames(pool, asked, clocks.position, filter.story ?? null);
  const begun = Math.max(
    answering.findIndex(({ view }) => view.name === after?.view),
    0,
  );
  const found: { dispute: DisputeOfSubject; place: DisputePlace }[] = [];
  for (const serving of answering.slice(begun)) {
    if (filter.view !== undefined && filter.view !== serving.view.name) continue;
    const resumed = after?.view === serving.view.name ? after : null;
    for await (const subjects of candidates(pool, serving, filter.story, clocks, resumed?.subject ?? null)) {
      const items = await readItems(pool, subjects, clocks, filter.story ?? null);
      aside.push(...haltedAmong(items));
      for (const at of items) found.push(...disputesAt(at, filter, resumed?.subject === at.subject ? resumed.told : 0));
      if (found.length > limit)
        return {
          items: found.slice(0, limit).map(({ dispute }) => dispute),
          next: found[limit - 1]?.place ?? null,
          ...nameHalted(aside),
        };
    }
  }
  return { items: found.map(({ dispute }) => dispute), next: null, ...nameHalted(aside) };
}

/** The disputes of a subject after so many of them. */
function disputesAt(
  { view, subject, row }: SubjectAt,
  { open }: DisputeFilter,
  told: number,
): { dispute: DisputeOfSubject; place: DisputePlace }[] {
  return (row ? disputesOf(row) : []).flatMap((dispute, n) => {
    if (n < told || (open !== undefined && open !== dispute.open)) return [];
    return [{ dispute: { view: view.name, subject, ...dispute }, place: { view: view.name, subject, told: n + 1 } }];
  });
}

/** The subjects of a view of which sources may disagree, by name, some at a time. `from`: this one, which may have more, and those after it. */
async function* candidates(
  pool: Pool,
  serving: Serving,
  story: string | undefined,
  clocks: Clocks,
  from: string | null,
): AsyncGenerator<Subject[]> {
  const { projection } = serving;
  const anyPress = clocks.reportedAsOf === Infinity;
  const subjectsOf = (names: readonly SubjectName[]): Subject[] => names.map(({ subject }) => toSubject(serving, subject));
  if (from !== null) yield [toSubject(serving, from)];
  if (story !== undefined) {
    const names = await readSubjectsOfStory(pool, [projection], story, clocks.position, !anyPress);
    const later = names.filter((one) => from === null || one.subject > from);
    const some = subjectsOf(anyPress ? await disputedAmong(pool, later) : later);
    for (let i = 0; i < some.length; i += AT_A_TIME) yield some.slice(i, i + AT_A_TIME);
    return;
  }
  const read = anyPress ? readDisputedOfView : readSubjectsOfView;
  for (let last = from ?? ''; ;) {
    const names = await read(pool, projection, last, AT_A_TIME);
    yield subjectsOf(names);
    const end = names.at(-1);
    if (!end || names.length < AT_A_TIME) return;
    last = end.subject;
  }
}
