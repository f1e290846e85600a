import type { AnyView } from '#views/define-view.js';
import { inFoldOrder, type ToldFact } from '../facts/told-fact.js';
import { horizonsOf } from './horizon.js';
import type { Claim, Row, RowItem } from './row.js';
import { folded, onType, saidBy } from './said-properties.js';
import { uncertainOrder, type Setter } from './uncertain-order.js';

/**
 * A subject's rows over world time, from its facts: the heart of the engine.
 *
 * @param base the row to go on from, or `null` for all facts from the first. Every fact given begins at or after its horizon.
 * @param facts all facts of the subject after `base`, in any order
 * @returns the rows after `base`, one for each fact or claim folded, in order
 */
export function foldFacts(view: AnyView, base: Row | null, facts: readonly ToldFact[]): Row[] {
  const ordered = [...facts].sort(inFoldOrder);
  const said = new Map(ordered.filter((fact) => !fact.claim).map((fact) => [fact.position, saidBy(needed(view, fact), fact)]));
  const uncertain = uncertainSetters(view, ordered, said);
  const horizons = horizonsOf(base?.horizon ?? -Infinity, ordered);
  let item: RowItem = base?.item ?? NOTHING_KNOWN;
  return ordered.map((fact, i) => {
    item = fact.claim ? withClaim(item, fact) : withFact(view, item, fact, said.get(fact.position) ?? new Map(), uncertain);
    const horizon = horizons[i] ?? fact.period.to;
    return { validFrom: fact.period.from, position: fact.position, brings: !fact.claim, horizon, story: fact.story, item };
  });
}

const NOTHING_KNOWN: RowItem = {
  since: null,
  state: null,
  contested: false,
  dateUncertain: false,
  disputes: [],
  claims: [],
  uncertain: [],
};

type Said = ReadonlyMap<number, ReadonlyMap<string, unknown>>;

/** For each property, the positions of the facts whose place in time is uncertain. */
function uncertainSetters(view: AnyView, ordered: readonly ToldFact[], said: Said): Map<string, Set<number>> {
  const setters = new Map<string, Setter[]>();
  for (const fact of ordered) {
    for (const [property, value] of said.get(fact.position) ?? []) {
      const list = setters.get(property);
      if (list) list.push({ fact, value });
      else setters.set(property, [{ fact, value }]);
    }
  }
  return new Map([...setters].map(([property, list]) => [property, uncertainOrder(view, property, list)]));
}

function withFact(
  view: AnyView,
  before: RowItem,
  fact: ToldFact,
  said: ReadonlyMap<string, unknown>,
  uncertainSettersOf: ReadonlyMap<string, Set<number>>,
): RowItem {
  const set = [...said.keys()];
  const uncertain = [
    ...before.uncertain.filter((property) => !said.has(property)),
    ...set.filter((property) => uncertainSettersOf.get(property)?.has(fact.position)),
  ].sort();
  return {
    since: fact.occurredAt,
    state: needed(view, fact).fold(before.state, folded(fact)),
    contested: false,
    dateUncertain: uncertain.length > 0,
    disputes: [],
    claims: before.claims.some((claim) => claim.type === fact.type)
      ? before.claims.filter((claim) => claim.type !== fact.type)
      : before.claims,
    uncertain,
  };
}

/** A claim changes nothing but the claims: of each who says it and type, the latest stands. */
function withClaim(before: RowItem, fact: ToldFact): RowItem {
  const claim: Claim = { event: fact.id, type: fact.type, by: fact.by, occurredAt: fact.occurredAt, data: fact.data };
  return { ...before, claims: [...before.claims.filter((one) => one.by !== claim.by || one.type !== claim.type), claim] };
}

function needed(view: AnyView, fact: ToldFact): NonNullable<ReturnType<typeof onType>> {
  const on = onType(view, fact.type);
  if (!on) throw new Error(`view ${view.name} takes no ${fact.type}`);
  return on;
}
