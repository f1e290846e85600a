import type { Pool } from 'pg';
import type { Clocks } from '../clocks/clocks.js';
import {
  haltedAmong,
  nameHalted,
  readHaltedNames,
  toSubject,
  touchedAmong,
  type HaltedSubjects,
  type SubjectName,
} from '../subjects/subject.js';
import { readItems } from './read-items.js';
import { isNonEmpty, type SubjectAt, type ViewItem } from './view-item.js';
import { findSubjectsOfParty, scanSubjectsOfParty } from '../subjects/subjects-of-party.js';
import { PageDeadline } from '../clocks/page-deadline.js';
import { readSubjectsOfView, readSubjectsOfViewInStory } from '../subjects/subjects-of-view.js';
import type { ActiveGeneration } from '../clocks/active-generation.js';

export interface ViewFilter {
  story?: string | undefined;
  /** Items whose state is about one of these. */
  parties?: readonly string[] | undefined;
  /** Items whose state has these values, by the names of its fields. */
  state?: Readonly<Partial<Record<StateFilter, string>>> | undefined;
  /** Items of which the order of the facts is unknown, or those of which it is known. */
  dateUncertain?: boolean | undefined;
}

/** The fields of states by which items are filtered. */
export const STATE_FILTERS = ['status', 'imposedBy', 'appliesTo'] as const;
export type StateFilter = (typeof STATE_FILTERS)[number];

export interface ViewPage extends HaltedSubjects {
  items: SubjectAt[];
  /** The last subject's name. */
  next: string | null;
}

/** How many subjects one query reads, whatever the limit of a page. */
const AT_A_TIME = 200;

/**
 * The items of one view over all stories, by the names of their subjects. Empty ones are left out. A page that took
 * long to fill may hold less than `limit` and still have a next one.
 */
export async function readView(
  pool: Pool,
  generation: ActiveGeneration,
  filter: ViewFilter,
  clocks: Clocks,
  after: string | null,
  limit: number,
): Promise<ViewPage> {
  const { view } = generation;
  const { story } = filter;
  const halted = await readHaltedNames(pool, [generation], clocks.position, story ?? null);
  const found: SubjectAt[] = [];
  const deadline = new PageDeadline();
  for await (const names of candidates(pool, generation, filter, clocks, after ?? '', Math.min(limit + 1, AT_A_TIME))) {
    const subjects = names.map(({ subject }) => toSubject(generation, subject));
    const items = await readItems(pool, subjects, clocks, story ?? null);
    halted.push(...haltedAmong(items));
    found.push(
      ...items.filter(({ item, row }) => row && item && isNonEmpty(row) && passes(item, view.parties, filter)),
    );
    if (found.length > limit)
      return { items: found.slice(0, limit), next: found[limit - 1]?.subject ?? null, ...nameHalted(halted) };
    const last = names.at(-1)?.subject;
    if (deadline.hasPassed && last !== undefined) return { items: found, next: last, ...nameHalted(halted) };
  }
  return { items: found, next: null, ...nameHalted(halted) };
}

/**
 * The subjects that a filter may let through, by name, some at a time: first as many as a page needs, then as many as
 * one query reads. For parties they are found from the facts that name one, where these are few; else all subjects are
 * scanned for facts that do, or, as reported by an earlier date, all subjects are candidates.
 */
async function* candidates(
  pool: Pool,
  generation: ActiveGeneration,
  filter: ViewFilter,
  clocks: Clocks,
  after: string,
  first: number,
): AsyncGenerator<SubjectName[]> {
  const { projection } = generation;
  const { story } = filter;
  const parties = partiesOf(filter);
  const asReported = clocks.reportedAsOf !== Infinity;
  let [last, most] = [after, first];
  let isMany = false;
  for (;;) {
    const names =
      story === undefined
        ? (await readSubjectsOfView(pool, projection, last, most)).map((name) => ({ ...name, touched: true }))
        : await readSubjectsOfViewInStory(pool, projection, story, clocks.position, asReported, last, most);
    yield names.filter(({ touched }) => touched);
    const end = names.at(-1);
    if (!end || names.length < most) return;
    [last, most] = [end.subject, AT_A_TIME];
    if (parties === undefined || isMany) continue;
    const few = await findSubjectsOfParty(pool, generation, parties, clocks);
    isMany = few === null && asReported;
    if (isMany) continue;
    const naming = few
      ? [few.filter((subject) => subject > last).map((subject) => ({ projection, subject }))]
      : scanSubjectsOfParty(pool, projection, parties, story ?? null, last);
    for await (const names of naming) {
      for (let i = 0; i < names.length; i += AT_A_TIME) {
        const some = names.slice(i, i + AT_A_TIME);
        yield few && !asReported && story !== undefined ? await touchedAmong(pool, some, story, clocks.position) : some;
      }
    }
    return;
  }
}

/** Parties of which every state that passes names one, the fewest that are known; `undefined`: none. */
function partiesOf({ parties, state }: ViewFilter): readonly string[] | undefined {
  const named = state?.imposedBy ?? state?.appliesTo;
  return named === undefined ? parties : [named];
}

function passes(
  { state, dateUncertain }: ViewItem,
  partiesIn: (state: never) => string[],
  { parties, state: wanted, dateUncertain: uncertain }: ViewFilter,
): boolean {
  if (uncertain !== undefined && dateUncertain !== uncertain) return false;
  const values = Object.entries(wanted ?? {});
  if (parties === undefined && values.length === 0) return true;
  // Of what is only claimed there is no state, so it has none of these values.
  if (state === null) return false;
  const fields = state as Readonly<Record<string, unknown>>;
  if (!values.every(([name, value]) => fields[name] === value)) return false;
  return parties === undefined || partiesIn(state as never).some((party) => parties.includes(party));
}
