import type { AnyView } from '#views/define-view.js';
import { inFoldOrder, type ToldFact } from '../facts/told-fact.js';
import { candidatesOf, type Candidate } from './candidates.js';
import { disputesAbout } from './disputes.js';
import { doubtsBy, type Doubt } from './doubt.js';
import { setHorizons } from './horizon.js';
import type { Row } from './row.js';
import { folded as asFolded, isOwnProperty, onType, saidBy, type Said } from './said-properties.js';
import { sortOut } from './same-date.js';
import { tellRows, type Contradicted, type ToldRow } from './tell-rows.js';
import { uncertainOrder, type Setter } from './uncertain-order.js';

/** The value of a property before the facts that are folded, `undefined` where it has none. Asked only for disputed properties. */
export type ValueBefore = (property: string) => unknown;

/**
 * A subject's rows over world time, from its facts: the heart of the engine.
 *
 * @param base the row to go on from, or `null` for all facts from the first. Every fact given begins at or after its horizon.
 * @param facts all facts of the subject after `base`, in any order
 * @param before what `base` and the rows before it say of a property
 * @returns the rows after `base`, in order: one for each fact or claim folded, and one for each date at which only doubt changes
 */
export function foldFacts(view: AnyView, base: Row | null, facts: readonly ToldFact[], before: ValueBefore = () => undefined): Row[] {
  let state: unknown = base?.state ?? null;
  return tellFacts(view, base, facts, before).map(({ fact, ...row }): Row => {
    state = stateAfter(view, state, fact);
    return { ...row, state };
  });
}

/** The state that a fact makes of the one before it; `null`: none does. */
export function stateAfter(view: AnyView, state: unknown, fact: ToldFact | null): unknown {
  if (!fact) return state;
  const on = onType(view, fact.type);
  if (!on) throw new Error(`view ${view.name} takes no ${fact.type}`);
  return on.fold(state, asFolded(fact));
}

/** The same rows without their states, for those who know what most of them are. */
export function tellFacts(view: AnyView, base: Row | null, facts: readonly ToldFact[], before: ValueBefore): ToldRow[] {
  const ordered = [...facts].sort(inFoldOrder);
  const { folded, leftOut } = sortOut(
    view,
    ordered.filter((fact) => !fact.claim),
  );
  const said = new Map(folded.map((fact) => [fact.position, saidBy(view, fact)]));
  const setters = settersOf(folded, said);
  const contradicted = folded.flatMap((fact): Contradicted[] => {
    const candidates = candidatesOf(view, fact, leftOut.get(fact.position) ?? []);
    if (candidates.length === 0) return [];
    const doubts = new Map(candidates.map((one) => [one, doubtsOf(view, fact, one, setters, before)]));
    const disputes = disputesAbout(view, fact, candidates).map(({ dispute, against }) => ({
      dispute,
      doubts: against.flatMap((one) => doubts.get(one) ?? []),
    }));
    return [{ fact, disputes }];
  });
  const told = ordered.filter((fact) => fact.claim || said.has(fact.position));
  const rows = tellRows({ said, uncertain: uncertainOf(view, setters), contradicted }, base, told);
  setHorizons(base, ordered, rows);
  return rows;
}

function settersOf(folded: readonly ToldFact[], said: ReadonlyMap<number, Said>): Map<string, Setter[]> {
  const setters = new Map<string, Setter[]>();
  for (const fact of folded) {
    for (const [property, value] of said.get(fact.position) ?? []) {
      const list = setters.get(property);
      if (list) list.push({ fact, value });
      else setters.set(property, [{ fact, value }]);
    }
  }
  return setters;
}

/** By position of the fact: the properties for which its place in time is uncertain. */
function uncertainOf(view: AnyView, setters: ReadonlyMap<string, Setter[]>): Map<number, string[]> {
  const uncertain = new Map<number, string[]>();
  for (const [property, list] of setters) {
    for (const position of uncertainOrder(view, property, list)) uncertain.set(position, [...(uncertain.get(position) ?? []), property]);
  }
  return uncertain;
}

/** Where a candidate puts properties in doubt in its winner's place. */
function doubtsOf(
  view: AnyView,
  fact: ToldFact,
  candidate: Candidate,
  setters: ReadonlyMap<string, Setter[]>,
  before: ValueBefore,
): Doubt[] {
  if (!candidate.open) return [];
  const properties = new Set([...saidBy(view, fact).keys(), ...candidate.said.keys()]);
  return [...properties].flatMap((property) => {
    const earlier = isOwnProperty(property) ? undefined : before(property);
    return doubtsBy(view, property, setters.get(property) ?? [], earlier, fact.position, candidate);
  });
}
