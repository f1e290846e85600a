import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { listedDisputes, type Dispute, type ListedDispute } from '#history/fold/row.js';
import type { Clocks } from '../clocks/clocks.js';
import { haltedAmong, nameHalted, readHaltedNames, type HaltedSubjects } from '../items/halted-subjects.js';
import { ReadPace } from '../clocks/pace.js';
import { readItems } from '../items/read-items.js';
import { readDisputesListed } from '../items/row-lists.js';
import type { SubjectAt } from '../items/subject-at.js';
import {
  disputedAmong,
  readDisputedOfView,
  readSubjectsOfViewInStory,
  touchedAmong,
  type SubjectName,
} from '../subjects/read-subjects.js';
import { isReadableAt, readActive, type ActiveGeneration } from '../clocks/active-generation.js';
import { toSubject, type Subject } from '../subjects/subject.js';
import { readSubjectsToldTwice, toldTwiceAmong } from '../subjects/subjects-with-several-accounts.js';

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

const AT_A_TIME = 200;
/** How many of a story's subjects are looked at in one question for those that are disputed. */
const OF_STORY_AT_A_TIME = 500;
/** More disputes than a subject has: all of it has been told. */
const MOST_TOLD = 1_000_000;

/**
 * Where sources disagree at a point of the clocks, by view and subject: open disputes, and settled ones while they
 * matter. Only subjects of which sources ever disagreed are looked at; by an earlier press those of which it may have
 * told two things. A page that took long to fill may hold less, and leads on.
 */
export async function readDisputes(
  pool: Pool,
  views: readonly AnyView[],
  filter: DisputeFilter,
  clocks: Clocks,
  after: DisputePlace | null,
  limit: number,
): Promise<DisputePage> {
  const answering = (await readActive(pool, views, clocks)).filter((one) => isReadableAt(one, clocks.position));
  const asked = answering.filter(({ view }) => filter.view === undefined || filter.view === view.name);
  const aside = await readHaltedNames(pool, asked, clocks.position, filter.story ?? null);
  const begun = Math.max(
    answering.findIndex(({ view }) => view.name === after?.view),
    0,
  );
  const pace = new ReadPace();
  const found: FoundDispute[] = [];
  for (const serving of answering.slice(begun)) {
    if (filter.view !== undefined && filter.view !== serving.view.name) continue;
    const resumed = after?.view === serving.view.name ? after : null;
    for await (const subjects of candidates(pool, serving, filter.story, clocks, resumed?.subject ?? null)) {
      const items = await readItems(pool, subjects, clocks, filter.story ?? null);
      aside.push(...haltedAmong(items));
      for (const at of items) found.push(...disputesAt(at, filter, resumed?.subject === at.subject ? resumed.told : 0));
      if (found.length > limit)
        return {
          items: await disputesOf(pool, found.slice(0, limit), clocks.position),
          next: found[limit - 1]?.place ?? null,
          ...nameHalted(aside),
        };
      const last = subjects.at(-1)?.subject;
      if (pace.isLong() && last !== undefined) {
        const next = { view: serving.view.name, subject: last, told: MOST_TOLD };
        return { items: await disputesOf(pool, found, clocks.position), next, ...nameHalted(aside) };
      }
    }
  }
  return { items: await disputesOf(pool, found, clocks.position), next: null, ...nameHalted(aside) };
}

/** A dispute that is listed, and where. */
interface FoundDispute {
  at: SubjectAt;
  listed: ListedDispute;
  place: DisputePlace;
}

/** What the disputes say: folded just now, or kept apart from the rows that list them. */
async function disputesOf(pool: Pool, found: readonly FoundDispute[], position: number): Promise<DisputeOfSubject[]> {
  const stored = found.filter(({ at }) => !at.lists?.find);
  const read = await readDisputesListed(
    pool,
    stored.map(({ at, listed }) => ({ projection: at.projection, subject: at.subject, listed: [listed] })),
    position,
  );
  const byPlace = new Map(stored.map((one, n) => [one, read[n]?.[0]]));
  return found.map((one) => {
    const dispute = one.at.lists?.find?.(one.listed) ?? byPlace.get(one);
    if (!dispute) throw new Error('a row lists a dispute that is not kept');
    return { view: one.at.view.name, subject: one.at.subject, ...dispute };
  });
}

/** The disputes of a subject after so many of them. */
function disputesAt(at: SubjectAt, { open }: DisputeFilter, told: number): FoundDispute[] {
  return (at.row ? listedDisputes(at.row) : []).flatMap((listed, n) => {
    if (n < told || (open !== undefined && open !== listed.open)) return [];
    return [{ at, listed, place: { view: at.view.name, subject: at.subject, told: n + 1 } }];
  });
}

/**
 * The subjects of a view of which sources may disagree, by name, some at a time. `from`: this one, which may have more,
 * and those after it.
 */
async function* candidates(
  pool: Pool,
  serving: ActiveGeneration,
  story: string | undefined,
  clocks: Clocks,
  from: string | null,
): AsyncGenerator<Subject[]> {
  const { projection } = serving;
  const anyPress = clocks.reportedAsOf === Infinity;
  const subjectsOf = (names: readonly SubjectName[]): Subject[] =>
    names.map(({ subject }) => toSubject(serving, subject));
  if (from !== null) yield [toSubject(serving, from)];
  let last = from ?? '';
  if (story !== undefined) {
    const names = await readSubjectsOfViewInStory(
      pool,
      projection,
      story,
      clocks.position,
      !anyPress,
      last,
      OF_STORY_AT_A_TIME,
    );
    const touched = names.filter((one) => one.touched);
    yield* inParts(subjectsOf(anyPress ? await disputedAmong(pool, touched) : await toldTwiceAmong(pool, touched)));
    const end = names.at(-1);
    if (!end || names.length < OF_STORY_AT_A_TIME) return;
    last = end.subject;
  }
  // A story that has many: mostly fewer are disputed at all.
  const disputed = anyPress ? disputedOfView(pool, projection, last) : readSubjectsToldTwice(pool, projection, last);
  for await (const names of disputed) {
    for (const some of inParts(subjectsOf(names)))
      yield story === undefined ? some : await touchedAmong(pool, some, story, clocks.position, !anyPress);
  }
}

function* inParts<One>(list: readonly One[]): Generator<One[]> {
  for (let i = 0; i < list.length; i += AT_A_TIME) yield list.slice(i, i + AT_A_TIME);
}

/** The subjects of a view after one of them of which sources were ever found to disagree, some at a time. */
async function* disputedOfView(pool: Pool, projection: number, after: string): AsyncGenerator<SubjectName[]> {
  for (let last = after; ;) {
    const names = await readDisputedOfView(pool, projection, last, AT_A_TIME);
    yield names;
    const end = names.at(-1);
    if (!end || names.length < AT_A_TIME) return;
    last = end.subject;
  }
}
