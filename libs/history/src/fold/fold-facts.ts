import { periodOf } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';
import { influenceOf, type Influence } from '../facts/influence.js';
import { compareInFoldOrder, type ResolvedFact } from '../facts/resolved-fact.js';
import { separateLists } from './append-lists.js';
import { HistoryAnalysis } from './history-analysis.js';
import { assertionsOf, foldedFact, handlerFor } from './assertions.js';
import { buildRows, type RowDraft } from './build-rows.js';
import { runFromAfter, type StateFrom } from './headline.js';
import type { ValueBefore } from './doubts.js';
import { WinnerSelection } from './select-winners.js';
import { type DisputeRecord, headerOf, type Row } from './row.js';

/** A subject's rows, and the records of the disputes that they list, by key. */
export interface FoldedHistory {
  rows: Row[];
  records: Map<string, DisputeRecord>;
}

/** As `FoldedHistory`, before the states are folded. */
interface DraftHistory {
  rows: RowDraft[];
  records: Map<string, DisputeRecord>;
  analysis: HistoryAnalysis;
}

/**
 * Folds a subject's facts into its rows over valid time: the core of the engine.
 *
 * @param base the row to resume from, `null`: from the first fact. Every given fact begins at or after its horizon.
 * @param facts all facts of the subject after `base`, in any order
 * @param before the value of a property by `base` and the rows before it
 * @returns the rows after `base`, in order: one for each folded fact or claim, and one for each date at which only
 * doubt changes; and the records of the disputes about the given facts
 */
export function foldFacts(
  view: AnyView,
  base: Row | null,
  facts: readonly ResolvedFact[],
  before: ValueBefore = () => undefined,
): FoldedHistory {
  let last = stateFrom(base);
  const { rows, records } = draftRows(view, base, facts, before);
  const folded = rows.map(({ fact, ...row }): Row => {
    const next = foldRow(view, last, fact);
    if (fact) last = { state: next.state, from: row.validFrom };
    return { ...row, ...next };
  });
  return { rows: folded, records };
}

/**
 * The row of one fact or claim that comes after everything known and that nothing contradicts, before its state is
 * folded.
 */
export function draftNext(view: AnyView, base: Row | null, fact: ResolvedFact): RowDraft {
  const assertions = new Map(fact.claim ? [] : [[fact.position, assertionsOf(view, fact)]]);
  const rows = buildRows({ assertions, disputed: [], uncertain: NONE }, base, [fact]);
  setHorizons(base, [fact], rows);
  const [row] = rows;
  if (!row || rows.length > 1) throw new Error('a fact that nothing contradicts adds one row');
  return row;
}

const NONE: ReadonlyMap<number, readonly string[]> = new Map();

/** The state of a row, and from when the last fact folded into it holds. @param row `null`: before the first */
export const stateFrom = (row: Row | null): StateFrom => ({ state: row?.state ?? null, from: factFrom(row) });

function factFrom(row: Row | null): number {
  if (row?.fromFact) return row.validFrom;
  return row?.says.factDate == null ? -Infinity : periodOf(row.says.factDate).from;
}

/** The state and the run that the fact of a row brings. @param before the state of the row before it */
function foldRow(view: AnyView, before: StateFrom, fact: ResolvedFact | null): Pick<Row, 'state' | 'runFrom'> {
  if (!fact) return { state: before.state, runFrom: null };
  const state = foldState(view, before.state, fact);
  // No headline depends on append lists, and `at` takes long on full ones.
  const restBefore = { ...before, state: separateLists(view, before.state).rest };
  return { state, runFrom: runFromAfter(view, restBefore, separateLists(view, state).rest, dateOf(fact)) };
}

/** The date of a fact, as `runFromAfter` takes it. */
export const dateOf = ({ period, occurredAt }: ResolvedFact): { from: number; date: string } => ({
  from: period.from,
  date: occurredAt,
});

/** The state after a fact. @param before `null`: there is none */
export function foldState(view: AnyView, before: unknown, fact: ResolvedFact): unknown {
  const handler = handlerFor(view, fact.type);
  if (!handler) throw new Error(`view ${view.name} has no handler for ${fact.type}`);
  return handler.fold(before, foldedFact(fact));
}

/** As `foldFacts`, without folding the states: most of them may be known already. */
export function draftRows(
  view: AnyView,
  base: Row | null,
  facts: readonly ResolvedFact[],
  before: ValueBefore,
): DraftHistory {
  const ordered = inOrder(facts);
  const reports = ordered.filter((fact) => !fact.claim);
  const analysis = new HistoryAnalysis(view, reports, before);
  return { rows: rowsOf(analysis, base, ordered), records: analysis.records, analysis };
}

/** The most comparisons of winners with losers that the disputes of any one date need, among some facts. */
export function mostComparisons(view: AnyView, facts: readonly ResolvedFact[]): number {
  return new WinnerSelection(
    view,
    inOrder(facts).filter((fact) => !fact.claim),
  ).comparisons;
}

/** The rows of the facts of an analysis and of the claims among them. @param facts in fold order */
export function rowsOf(analysis: HistoryAnalysis, base: Row | null, facts: readonly ResolvedFact[]): RowDraft[] {
  const { assertions, disputed } = analysis;
  const folded =
    assertions.size === facts.length ? facts : facts.filter((fact) => fact.claim || assertions.has(fact.position));
  const rows = buildRows({ assertions, disputed, uncertain: analysis.findUncertain() }, base, folded);
  setHorizons(base, facts, rows);
  return rows;
}

/** The rows of the last facts of an analysis, without their horizons. @param base the row before them */
export function rowsOfLast(analysis: HistoryAnalysis, base: Row | null, facts: readonly ResolvedFact[]): RowDraft[] {
  const { assertions } = analysis;
  const disputed = analysis.disputed.slice(-facts.length).filter(({ fact }) => facts.includes(fact));
  return buildRows({ assertions, disputed, uncertain: analysis.findUncertain() }, base, facts);
}

/**
 * The rows of the last facts of a date whose winners are alike, without their horizons.
 *
 * @param before the row before them
 */
export function rowsOfDate(analysis: HistoryAnalysis, before: Row | null, facts: readonly ResolvedFact[]): RowDraft[] {
  const date = facts[0]?.period.from ?? -Infinity;
  const disputed = analysis.disputedAt(date, facts);
  const base = before && { ...headerOf(before), says: { ...before.says, disputed: [] }, state: null };
  return buildRows({ assertions: analysis.assertions, disputed, uncertain: analysis.findUncertain() }, base, facts);
}

function inOrder(facts: readonly ResolvedFact[]): readonly ResolvedFact[] {
  for (let i = 1; i < facts.length; i += 1)
    if (compareInFoldOrder(facts[i - 1] as ResolvedFact, facts[i] as ResolvedFact) > 0)
      return [...facts].sort(compareInFoldOrder);
  return facts;
}

/**
 * Sets the horizon of each row: the latest end of the influence of all facts that begin to matter by the end of the
 * row's day, claims and overruled facts included. The whole day counts because an overruled fact has no row of its own
 * and may begin after this row.
 *
 * @param rows in order; changed in place
 */
function setHorizons(
  base: Row | null,
  facts: readonly ResolvedFact[],
  rows: readonly Pick<Row, 'validFrom' | 'horizon'>[],
): void {
  const spans = facts.map(influenceOf);
  const byStart = isSorted(spans) ? spans : [...spans].sort((a, b) => a.firstDay - b.firstDay);
  let horizon = base?.horizon ?? -Infinity;
  let next = 0;
  for (const row of rows) {
    for (let span = byStart[next]; span && span.firstDay <= row.validFrom; span = byStart[++next])
      horizon = Math.max(horizon, span.end);
    row.horizon = horizon;
  }
}

function isSorted(spans: readonly Influence[]): boolean {
  for (let i = 1; i < spans.length; i += 1)
    if ((spans[i - 1] as Influence).firstDay > (spans[i] as Influence).firstDay) return false;
  return true;
}
