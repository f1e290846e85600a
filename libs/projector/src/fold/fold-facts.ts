import type { AnyView } from '#views/define-view.js';
import { inFoldOrder, type ToldFact } from '../facts/told-fact.js';
import { assertionsOf, foldedFact, handlerFor, type Assertions } from './assertions.js';
import { buildRows, type RowDraft } from './build-rows.js';
import type { ContradictedFact } from './dispute-tracker.js';
import { DisputeFinder } from './disputes.js';
import { DoubtFinder, type Setter, type ValueBefore } from './doubts.js';
import { setHorizons } from './horizon.js';
import type { DisputeRecord, Row } from './row.js';
import { selectWinners, type Selection } from './select-winners.js';
import { uncertainOrder } from './uncertain-order.js';

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
}

/**
 * A subject's rows over world time, from its facts: the heart of the engine.
 *
 * @param base the row to go on from, or `null` for all facts from the first. Every fact given begins at or after its horizon.
 * @param facts all facts of the subject after `base`, in any order
 * @param before what `base` and the rows before it say of a property
 * @returns the rows after `base`, in order: one for each fact or claim folded, and one for each date at which only doubt changes; and the disputes
 *   about the facts given
 */
export function foldFacts(
  view: AnyView,
  base: Row | null,
  facts: readonly ToldFact[],
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

/** The state that a fact makes of the one before it; `null`: none does. */
export function stateAfter(view: AnyView, state: unknown, fact: ToldFact | null): unknown {
  if (!fact) return state;
  const handler = handlerFor(view, fact.type);
  if (!handler) throw new Error(`view ${view.name} takes no ${fact.type}`);
  return handler.fold(state, foldedFact(fact));
}

/** The same without the states, for those who know what most of them are. */
export function draftRows(view: AnyView, base: Row | null, facts: readonly ToldFact[], before: ValueBefore): DraftHistory {
  const ordered = isInFoldOrder(facts) ? facts : [...facts].sort(inFoldOrder);
  const reports = ordered.filter((fact) => !fact.claim);
  const selection = selectWinners(view, reports);
  const said = new Map(selection.folded.map((fact) => [fact.position, assertionsOf(view, fact)]));
  const setters = settersOf(selection.folded, said);
  const contradicted = contradictedFacts(view, selection, setters, before);
  const told = said.size === ordered.length ? ordered : ordered.filter((fact) => fact.claim || said.has(fact.position));
  const rows = buildRows({ said, uncertain: uncertainOf(setters), contradicted }, base, told);
  setHorizons(base, ordered, rows);
  return { rows, records: new Map(contradicted.map(({ record }) => [record.key, record])) };
}

function isInFoldOrder(facts: readonly ToldFact[]): boolean {
  for (let i = 1; i < facts.length; i += 1) if (inFoldOrder(facts[i - 1] as ToldFact, facts[i] as ToldFact) > 0) return false;
  return true;
}

/** The facts that something contradicts, with what that puts in doubt. */
function contradictedFacts(
  view: AnyView,
  { folded, leftOut }: Selection,
  setters: ReadonlyMap<string, readonly Setter[]>,
  before: ValueBefore,
): ContradictedFact[] {
  const finder = new DisputeFinder(view);
  const doubts = new DoubtFinder(view, setters, before);
  const contradicted: ContradictedFact[] = [];
  for (const fact of folded) {
    const found = finder.find(fact, leftOut.get(fact.position));
    if (found) contradicted.push({ fact, ...found, doubts: found.against.map((against) => doubts.find(fact, against)) });
  }
  return contradicted;
}

function settersOf(folded: readonly ToldFact[], said: ReadonlyMap<number, Assertions>): Map<string, Setter[]> {
  const setters = new Map<string, Setter[]>();
  for (const fact of folded) {
    for (const [property, one] of said.get(fact.position)?.byProperty ?? []) {
      const list = setters.get(property);
      if (list) list.push({ fact, said: one });
      else setters.set(property, [{ fact, said: one }]);
    }
  }
  return setters;
}

/** By position of the fact: the properties for which its place in time is uncertain. */
function uncertainOf(setters: ReadonlyMap<string, Setter[]>): Map<number, string[]> {
  const uncertain = new Map<number, string[]>();
  for (const [property, list] of setters) {
    for (const position of uncertainOrder(list)) uncertain.set(position, [...(uncertain.get(position) ?? []), property]);
  }
  return uncertain;
}
