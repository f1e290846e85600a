import type { AnyView } from '#views/define-view.js';
import type { Pool } from 'pg';
import { listedDisputes, type Dispute, type ListedDispute } from '#history/fold/row.js';
import type { Clocks } from '../clocks/clocks.js';
import {
  haltedAmong,
  nameHalted,
  readHaltedNames,
  toSubject,
  touchedAmong,
  type HaltedSubjects,
  type Subject,
  type SubjectName,
} from '../subjects/subject.js';
import { PageDeadline } from '../clocks/page-deadline.js';
import { undatedField } from '../items/left-out.js';
import { readItems } from '../items/read-items.js';
import { readDisputesListed } from '../items/row-lists.js';
import type { SubjectAt } from '../items/view-item.js';
import {
  disputedAmong,
  readDisputedOfView,
  readSubjectsWithSeveralAccounts,
  withSeveralAccountsAmong,
} from '../subjects/disputed-subjects.js';
import { readSubjectsOfViewInStory } from '../subjects/subjects-of-view.js';
import { isReadableAt, readActive, type ActiveGeneration } from '../clocks/active-generation.js';

export interface DisputeOfSubject extends Dispute {
  view: string;
  subject: string;
  /** Of its subject, as in `ViewItem`. */
  undated?: number;
}

export interface DisputeFilter {
  /** Of subjects that a fact of this story touches. */
  story?: string | undefined;
  /** Of subjects of one of these views. */
  views?: readonly string[] | undefined;
  /** Only open disputes, or only settled ones. */
  open?: boolean | undefined;
}

/** A place in the list of disputes. */
export interface DisputePlace {
  view: string;
  subject: string;
  /** How many of the subject's disputes come before it. */
  before: number;
}

export interface DisputePage extends HaltedSubjects {
  items: DisputeOfSubject[];
  next: DisputePlace | null;
}

const AT_A_TIME = 200;
/** Among how many of a story's subjects one query looks for disputed ones. */
const OF_STORY_AT_A_TIME = 500;
/** The `before` of a place after all disputes of a subject. */
const AFTER_ALL = 1_000_000;

/**
 * The disputes at a point of the clocks, by view and subject: open ones, and settled ones that rows still list. Only
 * subjects that may be disputed are read. A page that took long to fill may hold less than `limit` and still have a
 * next one.
 */
export async function readDisputes(
  pool: Pool,
  views: readonly AnyView[],
  filter: DisputeFilter,
  clocks: Clocks,
  after: DisputePlace | null,
  limit: number,
): Promise<DisputePage> {
  const readable = (await readActive(pool, views, clocks)).filter((one) => isReadableAt(one, clocks.position));
  const isRequested = ({ view }: ActiveGeneration): boolean => filter.views?.includes(view.name) ?? true;
  const requested = readable.filter(isRequested);
  const halted = await readHaltedNames(pool, requested, clocks.position, filter.story ?? null);
  const begun = Math.max(
    readable.findIndex(({ view }) => view.name === after?.view),
    0,
  );
  const deadline = new PageDeadline();
  const found: FoundDispute[] = [];
  for (const generation of readable.slice(begun)) {
    if (!isRequested(generation)) continue;
    const resumed = after?.view === generation.view.name ? after : null;
    for await (const subjects of candidates(pool, generation, filter.story, clocks, resumed?.subject ?? null)) {
      const items = await readItems(pool, subjects, clocks, filter.story ?? null);
      halted.push(...haltedAmong(items));
      for (const at of items)
        found.push(...disputesAt(at, filter, resumed?.subject === at.subject ? resumed.before : 0));
      if (found.length > limit)
        return {
          items: await disputesOf(pool, found.slice(0, limit), clocks.position),
          next: found[limit - 1]?.place ?? null,
          ...nameHalted(halted),
        };
      const last = subjects.at(-1)?.subject;
      if (deadline.hasPassed && last !== undefined) {
        const next = { view: generation.view.name, subject: last, before: AFTER_ALL };
        return { items: await disputesOf(pool, found, clocks.position), next, ...nameHalted(halted) };
      }
    }
  }
  return { items: await disputesOf(pool, found, clocks.position), next: null, ...nameHalted(halted) };
}

/** A dispute that a subject lists. */
interface FoundDispute {
  at: SubjectAt;
  listed: ListedDispute;
  place: DisputePlace;
}

/** The content of disputes: from the fold, or from the records that are stored apart from the rows that list them. */
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
    if (!dispute) throw new Error('a row lists a dispute that is not stored');
    return { view: one.at.view.name, subject: one.at.subject, ...dispute, ...undatedField(one.at.leftOut) };
  });
}

/** The disputes of a subject, without the first of them. */
function disputesAt(at: SubjectAt, { open }: DisputeFilter, skipped: number): FoundDispute[] {
  return (at.row ? listedDisputes(at.row) : []).flatMap((listed, n) => {
    if (n < skipped || (open !== undefined && open !== listed.open)) return [];
    return [{ at, listed, place: { view: at.view.name, subject: at.subject, before: n + 1 } }];
  });
}

/**
 * The subjects of a view that may be disputed, by name, some at a time.
 *
 * @param from start with this one, which may have more disputes; `null`: with the first
 */
async function* candidates(
  pool: Pool,
  generation: ActiveGeneration,
  story: string | undefined,
  clocks: Clocks,
  from: string | null,
): AsyncGenerator<Subject[]> {
  const { projection } = generation;
  const asReported = clocks.reportedAsOf !== Infinity;
  const subjectsOf = (names: readonly SubjectName[]): Subject[] =>
    names.map(({ subject }) => toSubject(generation, subject));
  if (from !== null) yield [toSubject(generation, from)];
  let last = from ?? '';
  if (story !== undefined) {
    const names = await readSubjectsOfViewInStory(
      pool,
      projection,
      story,
      clocks.position,
      asReported,
      last,
      OF_STORY_AT_A_TIME,
    );
    const touched = names.filter((one) => one.touched);
    const disputed = asReported ? await withSeveralAccountsAmong(pool, touched) : await disputedAmong(pool, touched);
    yield* inParts(subjectsOf(disputed));
    const end = names.at(-1);
    if (!end || names.length < OF_STORY_AT_A_TIME) return;
    last = end.subject;
  }
  // The story has many more subjects. Mostly the whole view has fewer disputed ones, so these are read instead.
  const disputed = asReported
    ? readSubjectsWithSeveralAccounts(pool, projection, last)
    : disputedOfView(pool, projection, last);
  for await (const names of disputed) {
    for (const some of inParts(subjectsOf(names)))
      yield story === undefined ? some : await touchedAmong(pool, some, story, clocks.position, asReported);
  }
}

function* inParts<One>(list: readonly One[]): Generator<One[]> {
  for (let i = 0; i < list.length; i += AT_A_TIME) yield list.slice(i, i + AT_A_TIME);
}

/** The subjects of a view after one of them that were ever disputed, some at a time. */
async function* disputedOfView(pool: Pool, projection: number, after: string): AsyncGenerator<SubjectName[]> {
  for (let last = after; ;) {
    const names = await readDisputedOfView(pool, projection, last, AT_A_TIME);
    yield names;
    const end = names.at(-1);
    if (!end || names.length < AT_A_TIME) return;
    last = end.subject;
  }
}
