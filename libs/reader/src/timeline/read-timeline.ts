import type { Pool } from 'pg';
import { mentionsOf } from '#catalogue/mentions.js';
import type { FactState } from '#history/facts/fact-state.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { subjectOf } from '#history/fold/assertions.js';
import { readFactState, factStateSql, type StoredFactState } from '#projector/store/stored-fact-states.js';
import type { Clocks } from '../clocks/clocks.js';
import { PageDeadline } from '../clocks/page-deadline.js';
import { factsWithMetaEvents } from '../subjects/facts-with-meta-events.js';
import {
  comparePlaces,
  placeOf,
  resolveForTimeline,
  toTimelinePage,
  type TimelineFact,
  type TimelineOrder,
  type TimelinePage,
  type TimelinePlace,
} from './timeline-fact.js';
import { readTimelineStates, type TimelineFilter, type TimelineSelection } from './timeline-fact-states.js';

/**
 * A page of the facts of a story, or of all stories, as they were at one point of the clocks. A page that took long to
 * fill may hold less than `limit` and still have a next one.
 */
export async function readTimeline(pool: Pool, selection: TimelineSelection): Promise<TimelinePage> {
  const { clocks, limit } = selection;
  const { facts, stopped } = await findFacts(pool, { ...selection, limit: limit + 1, deadline: new PageDeadline() });
  const page = await toTimelinePage(pool, facts, clocks, limit);
  return { ...page, next: page.next ?? stopped };
}

/** The same facts with all of their accounts, however long it takes. */
export const readTimelineFacts = async (pool: Pool, selection: TimelineSelection): Promise<TimelineFact[]> =>
  (await findFacts(pool, selection)).facts;

/** Facts that pass, in order. */
export interface FoundFacts {
  facts: TimelineFact[];
  /** The place up to which all facts were looked at when the time had passed; `null`: the time was enough. */
  stopped: TimelinePlace | null;
}

const NOTHING: FoundFacts = { facts: [], stopped: null };
/** How many facts one query reads where not all that it finds may pass. */
const AT_A_TIME = 200;

/** The facts that pass. Without a deadline in the selection, however long it takes. */
export async function findFacts(pool: Pool, given: TimelineSelection): Promise<FoundFacts> {
  const filter = { ...given.filter, types: typesOf(given.filter) };
  if (filter.types?.length === 0) return NOTHING;
  const selection = { ...given, filter };
  return given.clocks.reportedAsOf === Infinity ? findStored(pool, selection) : findReported(pool, selection);
}

/** A view takes facts of some types. */
function typesOf({ types, views }: TimelineFilter): readonly string[] | undefined {
  if (views === undefined) return types;
  const taken = [...new Set(views.flatMap((view) => Object.keys(view.on)))];
  return types ? types.filter((type) => taken.includes(type)) : taken;
}

async function findStored(pool: Pool, selection: TimelineSelection): Promise<FoundFacts> {
  const { filter, limit, deadline } = selection;
  const found: TimelineFact[] = [];
  // First as many as the page needs. If some of them do not pass, as many as one query reads.
  let most = limit;
  for (let { after } = selection; ;) {
    const { states, stopped } = await readTimelineStates(pool, { ...selection, after, limit: most }, 'all');
    const facts = states.flatMap((state) => resolveForTimeline(state) ?? []);
    found.push(...facts.filter(({ resolved }) => passesResolved(resolved, filter)));
    if (found.length >= limit) return { facts: found.slice(0, limit), stopped: null };
    if (stopped) return { facts: found, stopped };
    const last = facts.at(-1);
    if (states.length < most || !last) return { facts: found, stopped: null };
    after = placeOf(last);
    if (deadline?.hasPassed) return { facts: found, stopped: after };
    most = Math.max(limit, AT_A_TIME);
  }
}

/**
 * What the index does not know of a fact. It has every publisher that ever gave an account of it, and the account may
 * have been withdrawn since. Of a withdrawn fact it has every subject that the last request named.
 */
function passesResolved(resolved: ResolvedFact, { publisher, certainties, views, subject }: TimelineFilter): boolean {
  if (publisher !== undefined && !resolved.accounts.some((account) => account.publisher === publisher)) return false;
  if (certainties !== undefined && !certainties.includes(resolved.certainty)) return false;
  if (subject && subjectOf(subject.view, resolved) !== subject.subject) return false;
  return views === undefined || views.some((view) => subjectOf(view, resolved) !== null);
}

/** $1 story, $2 position: the states, as known there, of the story's facts that have meta-events. */
const WITH_META_EVENTS = `
select ${factStateSql('f')} as form
  from (select distinct a.fact_id from event a where a.story = $1 and a.target is not null and a.position <= $2) t
  join event e on e.id = t.fact_id
  join fact f on f.position = e.position and f.known_from <= $2 and f.known_to > $2
 where f.type not in ('StoryOpened', 'StoryClosed')`;

/** The states, as known at a position, of a story's facts that have meta-events. */
export async function readStatesWithMetaEvents(pool: Pool, story: string, position: number): Promise<FactState[]> {
  const { rows } = await pool.query<{ form: StoredFactState }>({
    name: 'facts-of-story-with-meta-events',
    text: WITH_META_EVENTS,
    values: [story, position],
  });
  return rows.map(({ form }) => readFactState(form));
}

/**
 * Facts as reported by a date. A fact without meta-events is the same by every date from its publication on: such facts
 * are read by the index, in order. The few others are resolved one by one and sorted in among them.
 */
async function findReported(pool: Pool, selection: TimelineSelection): Promise<FoundFacts> {
  const { after, limit, order = 'desc' } = selection;
  const isNext = (one: TimelineFact): boolean => after === null || comparePlaces(order, after, placeOf(one)) < 0;
  let first: TimelineFact[] = [];
  for await (const facts of withMetaEvents(pool, selection))
    first = inOrder([...first, ...facts.filter(isNext)], order).slice(0, limit);
  const { facts: others, stopped } = await findPublishedWithoutMetaEvents(pool, selection);
  const isReached = (one: TimelineFact): boolean => !stopped || comparePlaces(order, placeOf(one), stopped) <= 0;
  const facts = inOrder([...first.filter(isReached), ...others], order).slice(0, limit);
  return { facts, stopped: facts.length >= limit ? null : stopped };
}

const inOrder = (facts: TimelineFact[], order: TimelineOrder): TimelineFact[] =>
  facts.sort((a, b) => comparePlaces(order, placeOf(a), placeOf(b)));

/** The facts with meta-events that pass, of one story at once, of all stories some at a time; in no order. */
async function* withMetaEvents(
  pool: Pool,
  { story, filter, clocks }: TimelineSelection,
): AsyncGenerator<TimelineFact[]> {
  const resolve = (states: FactState[]): TimelineFact[] =>
    states.flatMap((state) => resolveForTimeline(state, clocks) ?? []).filter((one) => passes(one, filter, clocks));
  if (story === null) {
    for await (const states of factsWithMetaEvents(pool, clocks.position)) yield resolve(states.filter(isOfTimeline));
    return;
  }
  yield resolve(await readStatesWithMetaEvents(pool, story, clocks.position));
}

/** Whether a fact is of a timeline, and had meta-events at the point of the read, not only since. */
const isOfTimeline = ({ type, accounts, corrections, retractions }: FactState): boolean =>
  accounts.length + corrections.length + retractions.length > 1 && type !== 'StoryOpened' && type !== 'StoryClosed';

/** The next facts without meta-events that had been published. */
async function findPublishedWithoutMetaEvents(pool: Pool, selection: TimelineSelection): Promise<FoundFacts> {
  const { clocks, filter, deadline } = selection;
  const found: TimelineFact[] = [];
  // First as many as the page needs. If some of them had not been published, as many as one query reads.
  let limit = Math.min(selection.limit, AT_A_TIME);
  for (let { after } = selection; ;) {
    const { states, stopped } = await readTimelineStates(pool, { ...selection, after, limit }, 'without-meta-events');
    const facts = states.flatMap((state) => resolveForTimeline(state, clocks) ?? []);
    found.push(...facts.filter(({ resolved }) => passesResolved(resolved, filter)));
    if (found.length >= selection.limit) return { facts: found, stopped: null };
    if (stopped) return { facts: found, stopped };
    const last = states.at(-1);
    const end = last && resolveForTimeline(last);
    if (states.length < limit || !end) return { facts: found, stopped: null };
    limit = AT_A_TIME;
    after = placeOf(end);
    if (deadline?.hasPassed) return { facts: found, stopped: after };
  }
}

function passes({ resolved, withdrawn }: TimelineFact, filter: TimelineFilter, clocks: Clocks): boolean {
  const { from, to, types, parties: named, person, retracted } = filter;
  const begins = resolved.period.from;
  if (begins > clocks.asOf || (from && begins < from.from) || (to && begins >= to.to)) return false;
  if (withdrawn && !retracted) return false;
  if (types !== undefined && !types.includes(resolved.type)) return false;
  if (!passesResolved(resolved, filter)) return false;
  if (named === undefined && person === undefined) return true;
  const { parties, persons } = mentionsOf(resolved.type, resolved.data);
  return (
    (named === undefined || named.some((party) => parties.includes(party))) &&
    (person === undefined || persons.includes(person))
  );
}
