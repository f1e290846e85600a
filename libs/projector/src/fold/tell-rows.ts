import type { AnyView } from '#views/define-view.js';
import type { ToldFact } from '../facts/told-fact.js';
import { DisputeTeller, type Contradicted } from './dispute-teller.js';
import type { Claim, Row, RowItem } from './row.js';
import { folded, onType, type Said } from './said-properties.js';

export type { Contradicted } from './dispute-teller.js';

/** What was found out about the facts before they are told one by one. */
export interface Findings {
  view: AnyView;
  /** By position of the fact: the properties that it sets. Of those that are folded. */
  said: ReadonlyMap<number, Said>;
  /** By property: the positions of the facts whose place in time is uncertain. */
  uncertain: ReadonlyMap<string, ReadonlySet<number>>;
  /** In fold order. */
  contradicted: readonly Contradicted[];
}

const NOTHING_KNOWN: RowItem = { since: null, state: null, claims: [], disputed: [], uncertain: [], inForce: 0 };

/**
 * Tells facts, claims and the dates at which doubt changes, one after the other. Rows still lack their horizon.
 *
 * @param told in fold order
 */
export function tellRows(findings: Findings, base: Row | null, told: readonly ToldFact[]): Row[] {
  const rows: Row[] = [];
  const teller = new DisputeTeller(findings.contradicted, base?.item.disputed ?? [], datesOfSetting(findings, told));
  const dates = datesOfDoubt(findings, told);
  let item = base?.item ?? NOTHING_KNOWN;
  let story = base?.story ?? findings.contradicted[0]?.fact.story ?? '';
  const tellDoubt = (until: number): void => {
    for (let date = dates[0]; date !== undefined && date < until; date = dates[0]) {
      dates.shift();
      const disputed = teller.at(date);
      if (JSON.stringify(disputed) === JSON.stringify(item.disputed)) continue;
      item = { ...withoutSaid(item), disputed };
      rows.push({ validFrom: date, position: item.inForce, brings: false, horizon: -Infinity, story, item });
    }
  };
  for (const fact of told) {
    const date = fact.period.from;
    tellDoubt(date);
    const said = findings.said.get(fact.position);
    if (said) teller.brought(fact, said);
    item = { ...(said ? withFact(findings, item, fact, said) : withClaim(item, fact)), disputed: teller.at(date) };
    story = fact.story;
    rows.push({ validFrom: date, position: fact.position, brings: !fact.claim, horizon: -Infinity, story, item });
  }
  tellDoubt(Infinity);
  return rows;
}

/** By property: the date of the first fact that sets it. */
function datesOfSetting({ said }: Findings, told: readonly ToldFact[]): Map<string, number> {
  const dates = new Map<string, number>();
  for (const fact of told) {
    for (const property of said.get(fact.position)?.keys() ?? []) if (!dates.has(property)) dates.set(property, fact.period.from);
  }
  return dates;
}

/** The dates at which doubt may change and no fact is told, in order. */
function datesOfDoubt({ contradicted }: Findings, told: readonly ToldFact[]): number[] {
  const dates = new Set(
    contradicted.flatMap(({ disputes }) => disputes.flatMap(({ doubts }) => doubts.flatMap(({ from, to }) => [from, to]))),
  );
  for (const fact of told) dates.delete(fact.period.from);
  dates.delete(Infinity);
  return [...dates].sort((a, b) => a - b);
}

function withFact({ view, uncertain: setters }: Findings, before: RowItem, fact: ToldFact, said: Said): RowItem {
  const on = onType(view, fact.type);
  if (!on) throw new Error(`view ${view.name} takes no ${fact.type}`);
  const standing = before.uncertain.filter((property) => !said.has(property));
  const added = [...said.keys()].filter((property) => setters.get(property)?.has(fact.position));
  return {
    since: fact.occurredAt,
    state: on.fold(before.state, folded(fact)),
    claims: before.claims.some((claim) => claim.type === fact.type)
      ? before.claims.filter((claim) => claim.type !== fact.type)
      : before.claims,
    disputed: before.disputed,
    uncertain: [...standing, ...added].sort(),
    inForce: fact.position,
    said: Object.fromEntries(said),
  };
}

/** A claim changes nothing but the claims: of each who says it and type, the latest stands. */
function withClaim(before: RowItem, fact: ToldFact): RowItem {
  const claim: Claim = { event: fact.id, type: fact.type, by: fact.by, occurredAt: fact.occurredAt, data: fact.data };
  const others = before.claims.filter((one) => one.by !== claim.by || one.type !== claim.type);
  return { ...withoutSaid(before), claims: [...others, claim] };
}

function withoutSaid({ since, state, claims, disputed, uncertain, inForce }: RowItem): RowItem {
  return { since, state, claims, disputed, uncertain, inForce };
}
