import type { AnyView } from '#views/define-view.js';
import { compareInFoldOrder, type ResolvedFact } from '../facts/resolved-fact.js';
import { HistoryAnalysis } from './history-analysis.js';
import { assertionsOf, foldedFact, handlerFor } from './assertions.js';
import { buildRows, type RowDraft } from './build-rows.js';
import type { ValueBefore } from './doubts.js';
import { setHorizons } from './horizon.js';
import { WinnerSelection } from './select-winners.js';
import type { DisputeRecord, Row } from './row.js';

export type { ValueBefore } from './doubts.js';

/** A subject's rows, and the disputes that they list, by key. */
export interface FoldedHistory {
  rows: Row[];
  records: Map<string, DisputeRecord>;
}

/** The same rows without their states. */
export interface DraftHistory {
  rows: RowDraft[];
  records: Map<string, DisputeRecord>;
  analysis: HistoryAnalysis;
}

/**
 * A subject's rows over world time, from its facts: the heart of the engine.
 *
 * @param base the row to go on from, or `null` for all facts from the first. Every fact given begins at or after its
 * horizon.
 * @param facts all facts of the subject after `base`, in any order
 * @param before what `base` and the rows before it say of a property
 * @returns the rows after `base`, in order: one for each fact or claim folded, and one for each date at which only
 * doubt changes; and the disputes
 *   about the facts given
 */
export function foldFacts(
  view: AnyView,
  base: Row | null,
  facts: readonly ResolvedFact[],
  before: ValueBefore = () => undefined,
): FoldedHistory {
  let state: unknown = base?.state ?? null;
  const { rows, records } = draftRows(view, base, facts, before);
  const folded = rows.map(({ fact, ...row }): Row => {
    state = stateAfter(view, state, fact);
    return { ...row, state };
  });
  return { rows: folded, records };
}

/** The row of one fact, or claim, that comes after everything known and that nothing contradicts. */
export function foldNext(view: AnyView, base: Row | null, fact: ResolvedFact): Row {
  const said = new Map(fact.claim ? [] : [[fact.position, assertionsOf(view, fact)]]);
  const rows = buildRows({ said, contradicted: [], uncertain: NONE }, base, [fact]);
  setHorizons(base, [fact], rows);
  const [row] = rows;
  if (!row || rows.length > 1) throw new Error('a fact that nothing contradicts brings one row');
  const { fact: brought, ...header } = row;
  return { ...header, state: stateAfter(view, base?.state ?? null, brought) };
}

const NONE: ReadonlyMap<number, readonly string[]> = new Map();

/** The state that a fact makes of the one before it; `null`: none does. */
export function stateAfter(view: AnyView, state: unknown, fact: ResolvedFact | null): unknown {
  if (!fact) return state;
  const handler = handlerFor(view, fact.type);
  if (!handler) throw new Error(`view ${view.name} takes no ${fact.type}`);
  return handler.fold(state, foldedFact(fact));
}

/** The same without the states, for those who know what most of them are. */
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

/**
 * The most comparisons of facts that win with those that lose that the disputes of one date among some facts are made
 * of.
 */
export function mostComparisons(view: AnyView, facts: readonly ResolvedFact[]): number {
  return new WinnerSelection(
    view,
    inOrder(facts).filter((fact) => !fact.claim),
  ).comparisons;
}

/** The rows of facts, in fold order, of which everything has been found out. */
export function rowsOf(analysis: HistoryAnalysis, base: Row | null, facts: readonly ResolvedFact[]): RowDraft[] {
  const { said, contradicted } = analysis;
  const resolved = said.size === facts.length ? facts : facts.filter((fact) => fact.claim || said.has(fact.position));
  const rows = buildRows({ said, contradicted, uncertain: analysis.findUncertain() }, base, resolved);
  setHorizons(base, facts, rows);
  return rows;
}

/** The rows of the last of those facts alone, without their horizons. @param base the row before them */
export function rowsOfLast(analysis: HistoryAnalysis, base: Row | null, facts: readonly ResolvedFact[]): RowDraft[] {
  const contradicted = analysis.contradicted.slice(-facts.length).filter(({ fact }) => facts.includes(fact));
  return buildRows({ said: analysis.said, contradicted, uncertain: analysis.findUncertain() }, base, facts);
}

function inOrder(facts: readonly ResolvedFact[]): readonly ResolvedFact[] {
  for (let i = 1; i < facts.length; i += 1)
    if (compareInFoldOrder(facts[i - 1] as ResolvedFact, facts[i] as ResolvedFact) > 0)
      return [...facts].sort(compareInFoldOrder);
  return facts;
}
