import type { Pool } from 'pg';
import { column, split } from '#projector/store/columns.js';
import { formOf, storedForm, type StoredForm } from '#projector/store/stored-fact-states.js';
import { EventLoopYielder } from '#projector/write/event-loop-yielder.js';
import { excessOf, excessOfFacts, MAX_FACTS_REFOLDED } from '#history/revise/budget.js';
import type { FactState } from '#history/facts/fact-state.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import { compareInFoldOrder, type ResolvedFact } from '#history/facts/resolved-fact.js';
import { ClaimCounter } from '#history/fold/claim-counter.js';
import { foldFacts } from '#history/fold/fold-facts.js';
import type { Row } from '#history/fold/row.js';
import { subjectOf } from '#history/fold/assertions.js';
import type { AnyView } from '#views/define-view.js';
import type { Clocks } from '../clocks/clocks.js';
import { listsOfFold, type RowLists } from './row-lists.js';
import type { Subject } from '../subjects/subject.js';

/** A fact as the press had told it, and the form that it was told from. */
export interface ReportedFact {
  told: ResolvedFact;
  form: FactState;
}

/** A subject's whole history as the press had told it, and the facts that it is made of, in fold order. */
export interface ReportedHistory {
  rows: Row[];
  facts: ResolvedFact[];
  /** What one of its rows lists. */
  listsOf: (row: Row) => RowLists;
  /** Why it is not folded: it has more facts than may be folded on request. `null`: it is. */
  excess: string | null;
}

/**
 * $1 projections, $2 subjects, $3 position: the forms, as known there, of all facts that any form known by then had
 * placed with the subject, those that have left it included: by an earlier day's press they may belong there.
 */
const FORMS = `
select t.n, ${storedForm('f')} as form
  from unnest(${split(1, 'int')}, ${split(2, 'text')}) with ordinality t(projection, subject, n)
 cross join lateral (
   select distinct s.position from subject_fact s where s.projection = t.projection and s.subject = t.subject and s.known_from <= $3) s
  join fact f on f.position = s.position and f.known_from <= $3 and f.known_to > $3`;

/** $1 projections, $2 subjects, $3 position, $4 a limit: how many facts those are, at most so many */
const COUNTS = `
select t.n, c.facts from unnest(${split(1, 'int')}, ${split(2, 'text')}) with ordinality t(projection, subject, n)
 cross join lateral (
   select count(*) as facts from (
     select distinct s.position from subject_fact s where s.projection = t.projection and s.subject = t.subject and s.known_from <= $3 limit $4) s) c`;

/** Subjects folded at once, and facts of several: all of them are in memory meanwhile. */
const AT_A_TIME = 20;
const FACTS_AT_A_TIME = 5_000;

/** The forms, as known at a position, of all facts that any form known by then had placed with each subject. */
export async function formsOfSubjects(
  pool: Pool,
  subjects: readonly Subject[],
  position: number,
): Promise<FactState[][]> {
  const values = [column(subjects, (one) => one.projection), column(subjects, (one) => one.subject), position];
  const { rows } = await pool.query<{ n: string; form: StoredForm }>({
    name: 'forms-of-subjects',
    text: FORMS,
    values,
  });
  const forms = subjects.map((): FactState[] => []);
  for (const { n, form } of rows) forms[Number(n) - 1]?.push(formOf(form));
  return forms;
}

/** The facts of each subject by the accounts that had been published by `clocks.reportedAsOf`, in fold order. */
export async function factsAsReported(
  pool: Pool,
  subjects: readonly Subject[],
  clocks: Pick<Clocks, 'reportedAsOf' | 'position'>,
): Promise<ReportedFact[][]> {
  const forms = await formsOfSubjects(pool, subjects, clocks.position);
  return subjects.map(({ view, subject }, i) =>
    (forms[i] ?? [])
      .flatMap((form): ReportedFact[] => {
        const resolved = resolveFact(form, clocks.reportedAsOf);
        return resolved && subjectOf(view, resolved) === subject ? [{ told: resolved, form }] : [];
      })
      .sort((a, b) => compareInFoldOrder(a.told, b.told)),
  );
}

/**
 * How many facts any form known at a position had placed with each subject.
 *
 * @param most as far as is counted
 */
async function countFacts(pool: Pool, subjects: readonly Subject[], position: number, most: number): Promise<number[]> {
  const values = [column(subjects, (one) => one.projection), column(subjects, (one) => one.subject), position, most];
  const { rows } = await pool.query<{ n: string; facts: string }>({ name: 'facts-of-subjects', text: COUNTS, values });
  const counts = subjects.map(() => 0);
  for (const { n, facts } of rows) counts[Number(n) - 1] = Number(facts);
  return counts;
}

/** Why subjects cannot be folded from all their facts on request; `null` where they can. */
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
 * Folds subjects on demand over the accounts that had been published by `clocks.reportedAsOf`.
 *
 * @param budget how many facts of one subject may be folded
 */
export async function rowsAsReported(
  pool: Pool,
  subjects: readonly Subject[],
  clocks: Pick<Clocks, 'reportedAsOf' | 'position'>,
  budget = MAX_FACTS_REFOLDED,
): Promise<ReportedHistory[]> {
  const counts = subjects.length === 0 ? [] : await countFacts(pool, subjects, clocks.position, budget + 1);
  const reported = counts.map((folded, i): ReportedHistory => ({
    ...foldReported((subjects[i] as Subject).view, []),
    excess: excessOf({ folded }, budget),
  }));
  const within = counts.flatMap((facts, i) => (reported[i]?.excess === null ? [{ i, facts }] : []));
  const turns = new EventLoopYielder();
  for (let from = 0; from < within.length;) {
    let to = from + 1;
    let facts = within[from]?.facts ?? 0;
    while (to < within.length && to < from + AT_A_TIME && (facts += within[to]?.facts ?? 0) <= FACTS_AT_A_TIME) to += 1;
    const some = within.slice(from, to).map(({ i }) => ({ i, of: subjects[i] as Subject }));
    const found = await factsAsReported(
      pool,
      some.map(({ of }) => of),
      clocks,
    );
    for (const [n, { i, of }] of some.entries()) {
      const resolved = (found[n] ?? []).map((fact) => fact.told);
      const excess = excessOfFacts(of.view, resolved, budget);
      reported[i] = excess === null ? foldReported(of.view, resolved) : { ...foldReported(of.view, []), excess };
      if (turns.due) await turns.take();
    }
    from = to;
  }
  return reported;
}

/** All facts of a subject folded from the first. @param facts in fold order */
export function foldReported(view: AnyView, facts: ResolvedFact[]): ReportedHistory {
  const { rows, records } = foldFacts(view, null, facts);
  const byPosition = new Map(facts.map((fact) => [fact.position, fact]));
  const claimCount = (upTo: Row): number => {
    const counter = new ClaimCounter();
    for (const row of rows) {
      const fact = byPosition.get(row.position);
      if (fact && (row.fromFact || fact.claim)) counter.tell(fact, row.fromFact);
      if (row === upTo) break;
    }
    return counter.count;
  };
  return { rows, facts, excess: null, listsOf: (row) => listsOfFold(row.says, records, () => claimCount(row)) };
}
