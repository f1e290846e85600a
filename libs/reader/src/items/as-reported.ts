import type { Pool } from 'pg';
import { column, split } from '#projector/store/statement.js';
import { readFactState, factStateSql, type StoredFactState } from '#projector/store/stored-fact-states.js';
import { EventLoopYielder } from '#projector/write/event-loop-yielder.js';
import { excessOf, excessOfFacts, MAX_FACTS_REFOLDED } from '#history/revise/budget.js';
import type { FactState } from '#history/facts/fact-state.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import { compareInFoldOrder, type ResolvedFact } from '#history/facts/resolved-fact.js';
import { ClaimCounter } from '#history/fold/claim-counter.js';
import { foldFacts } from '#history/fold/fold-facts.js';
import { type Row, runSince } from '#history/fold/row.js';
import { subjectOf } from '#history/fold/assertions.js';
import type { AnyView } from '#views/define-view.js';
import type { Known } from '../clocks/clocks.js';
import { leftOutAmong, type LeftOut } from './left-out.js';
import { listsOfFold, type RowLists } from './row-lists.js';
import type { Subject } from '../subjects/subject.js';
import { MAX_ITEM_EVENTS, type RowOrigin } from './view-item.js';

/** A fact resolved from the accounts that had been published by a date, and the state that it was resolved from. */
export interface ReportedFact {
  resolved: ResolvedFact;
  state: FactState;
}

/** A subject's whole history as reported by a date, and the facts that it is folded from, in fold order. */
export interface ReportedHistory {
  rows: Row[];
  facts: ResolvedFact[];
  /** What is left out of it for want of a date of publication. */
  leftOut: LeftOut[];
  /** The lists of one of its rows. */
  listsOf: (row: Row) => RowLists;
  /** What is behind one of its rows. @param asOf facts that begin after this valid time do not count */
  originOf: (row: Row, asOf: number) => RowOrigin;
  /** Why it is not folded: it has more facts than may be folded on request. `null`: it was folded. */
  excess: string | null;
}

/**
 * $1 projections, $2 subjects, $3 position: the states, as known there, of all facts that had touched the subject by
 * then. That includes facts that have left it: by the accounts of an earlier date they may belong to it.
 */
const STATES = `
select t.n, ${factStateSql('f')} as form
  from unnest(${split(1, 'int')}, ${split(2, 'text')}) with ordinality t(projection, subject, n)
 cross join lateral (
   select distinct s.position from subject_fact s
    where s.projection = t.projection and s.subject = t.subject and s.known_from <= $3) s
  join fact f on f.position = s.position and f.known_from <= $3 and f.known_to > $3`;

/** $1 projections, $2 subjects, $3 position, $4 a limit: how many facts those are, counted up to the limit */
const COUNTS = `
select t.n, c.facts from unnest(${split(1, 'int')}, ${split(2, 'text')}) with ordinality t(projection, subject, n)
 cross join lateral (
   select count(*) as facts from (
     select distinct s.position from subject_fact s
      where s.projection = t.projection and s.subject = t.subject and s.known_from <= $3 limit $4) s) c`;

/** How many subjects are read at once, and how many facts of several of them: all of these are in memory together. */
const AT_A_TIME = 20;
const FACTS_AT_A_TIME = 5_000;

/** The states, as known at a position, of all facts that had touched each subject by then. */
export async function factStatesOfSubjects(
  pool: Pool,
  subjects: readonly Subject[],
  position: number,
): Promise<FactState[][]> {
  const values = [column(subjects, (one) => one.projection), column(subjects, (one) => one.subject), position];
  const { rows } = await pool.query<{ n: string; form: StoredFactState }>({
    name: 'fact-states-of-subjects',
    text: STATES,
    values,
  });
  const states = subjects.map((): FactState[] => []);
  for (const { n, form } of rows) states[Number(n) - 1]?.push(readFactState(form));
  return states;
}

/** The facts of each subject, from the accounts that had been published by `clocks.reportedAsOf`, in fold order. */
export async function factsAsReported(
  pool: Pool,
  subjects: readonly Subject[],
  clocks: Known,
): Promise<ReportedFact[][]> {
  const states = await factStatesOfSubjects(pool, subjects, clocks.position);
  return subjects.map((subject, i) => factsAmong(states[i] ?? [], subject, clocks));
}

/** The facts of a subject among some states, in fold order. */
function factsAmong(states: readonly FactState[], { view, subject }: Subject, clocks: Known): ReportedFact[] {
  return states
    .flatMap((state): ReportedFact[] => {
      const resolved = resolveFact(state, clocks);
      return resolved && subjectOf(view, resolved) === subject ? [{ resolved, state }] : [];
    })
    .sort((a, b) => compareInFoldOrder(a.resolved, b.resolved));
}

/** How many facts had touched each subject by a position, counted up to a limit. */
async function countFacts(
  pool: Pool,
  subjects: readonly Subject[],
  position: number,
  limit: number,
): Promise<number[]> {
  const values = [column(subjects, (one) => one.projection), column(subjects, (one) => one.subject), position, limit];
  const { rows } = await pool.query<{ n: string; facts: string }>({ name: 'facts-of-subjects', text: COUNTS, values });
  const counts = subjects.map(() => 0);
  for (const { n, facts } of rows) counts[Number(n) - 1] = Number(facts);
  return counts;
}

/** For each subject why it cannot be folded on request: it has too many facts. `null`: it can. */
export async function excessesOf(
  pool: Pool,
  subjects: readonly Subject[],
  position: number,
  budget = MAX_FACTS_REFOLDED,
): Promise<(string | null)[]> {
  if (subjects.length === 0) return [];
  return (await countFacts(pool, subjects, position, budget + 1)).map((folded) => excessOf({ folded }, budget));
}

/**
 * Folds subjects on request from the accounts that had been published by `clocks.reportedAsOf`.
 *
 * @param budget how many facts of one subject may be folded
 */
export async function rowsAsReported(
  pool: Pool,
  subjects: readonly Subject[],
  clocks: Known,
  budget = MAX_FACTS_REFOLDED,
): Promise<ReportedHistory[]> {
  const reported = subjects.map(({ view }) => foldReported(view, []));
  const excesses = await withStates(pool, subjects, clocks.position, budget, (i, of, states) => {
    const resolved = factsAmong(states, of, clocks).map((fact) => fact.resolved);
    const excess = excessOfFacts(of.view, resolved, budget);
    const folded = foldReported(of.view, excess === null ? resolved : []);
    reported[i] = { ...folded, leftOut: leftOutAmong(states, of, clocks), excess };
  });
  return reported.map((one, i) => ({ ...one, excess: excesses[i] ?? one.excess }));
}

/**
 * What is left out of some subjects for want of a date of publication, whatever the valid time. Nothing of subjects
 * that have too many facts to be folded on request.
 */
export async function readLeftOut(
  pool: Pool,
  subjects: readonly Subject[],
  clocks: Known,
  budget = MAX_FACTS_REFOLDED,
): Promise<LeftOut[][]> {
  const found = subjects.map((): LeftOut[] => []);
  await withStates(pool, subjects, clocks.position, budget, (i, of, states) => {
    found[i] = leftOutAmong(states, of, clocks);
  });
  return found;
}

/**
 * Reads the states of the facts of some subjects, a few subjects at a time, and hands them on.
 *
 * @returns for each subject why it is left out: it has too many facts. `null`: it is not
 */
export async function withStates(
  pool: Pool,
  subjects: readonly Subject[],
  position: number,
  budget: number,
  take: (index: number, of: Subject, states: FactState[]) => void | Promise<void>,
): Promise<(string | null)[]> {
  const counts = subjects.length === 0 ? [] : await countFacts(pool, subjects, position, budget + 1);
  const excesses = counts.map((folded) => excessOf({ folded }, budget));
  const within = counts.flatMap((facts, i) => (excesses[i] === null ? [{ i, facts }] : []));
  const turns = new EventLoopYielder();
  for (let from = 0; from < within.length;) {
    let to = from + 1;
    let facts = within[from]?.facts ?? 0;
    while (to < within.length && to < from + AT_A_TIME && (facts += within[to]?.facts ?? 0) <= FACTS_AT_A_TIME) to += 1;
    const some = within.slice(from, to).map(({ i }) => ({ i, of: subjects[i] as Subject }));
    const found = await factStatesOfSubjects(
      pool,
      some.map(({ of }) => of),
      position,
    );
    for (const [n, { i, of }] of some.entries()) {
      await take(i, of, found[n] ?? []);
      if (turns.due) await turns.take();
    }
    from = to;
  }
  return excesses;
}

/** Folds all facts of a subject. @param facts in fold order */
export function foldReported(view: AnyView, facts: ResolvedFact[]): ReportedHistory {
  const { rows, records } = foldFacts(view, null, facts);
  const byPosition = new Map(facts.map((fact) => [fact.position, fact]));
  const claimCount = (upTo: Row): number => {
    const counter = new ClaimCounter();
    for (const row of rows) {
      const fact = byPosition.get(row.position);
      if (fact && (row.fromFact || fact.claim)) counter.add(fact, row.fromFact);
      if (row === upTo) break;
    }
    return counter.count;
  };
  return {
    rows,
    facts,
    leftOut: [],
    excess: null,
    listsOf: (row) => listsOfFold(row.says, records, () => claimCount(row)),
    originOf: (row, asOf) => ({
      since: runSince(rows, row) ?? null,
      events: facts
        .slice(0, facts.findLastIndex((fact) => fact.period.from <= asOf) + 1)
        .slice(-MAX_ITEM_EVENTS)
        .map(({ id }) => id),
    }),
  };
}
