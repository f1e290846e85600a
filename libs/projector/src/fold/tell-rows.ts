import type { ToldFact } from '../facts/told-fact.js';
import { DisputeTeller, type Contradicted } from './dispute-teller.js';
import type { Claim, DisputedFact, Row, RowSays } from './row.js';
import type { Said } from './said-properties.js';

export type { Contradicted } from './dispute-teller.js';

/** A row whose state is still to be folded. */
export interface ToldRow extends Omit<Row, 'state'> {
  /** The fact that brings its state; `null`: it has that of the row before it. */
  fact: ToldFact | null;
}

/** What was found out about the facts before they are told one by one. */
export interface Findings {
  /** By position of the fact: the properties that it sets. Of those that are folded. */
  said: ReadonlyMap<number, Said>;
  /** By position of the fact, where there are any: the properties for which its place in time is uncertain. */
  uncertain: ReadonlyMap<number, readonly string[]>;
  /** In fold order. */
  contradicted: readonly Contradicted[];
}

const NOTHING_KNOWN: RowSays = { since: null, claims: [], disputed: [], uncertain: [], inForce: 0 };

/**
 * Tells facts, claims and the dates at which doubt changes, one after the other. Rows still lack their horizon, and their state.
 *
 * @param told in fold order
 */
export function tellRows(findings: Findings, base: Row | null, told: readonly ToldFact[]): ToldRow[] {
  const rows: ToldRow[] = [];
  const teller = new DisputeTeller(findings.contradicted, base?.says.disputed ?? [], datesOfSetting(findings, told));
  const dates = datesOfDoubt(findings, told);
  let says = base?.says ?? NOTHING_KNOWN;
  let story = base?.story ?? findings.contradicted[0]?.fact.story ?? '';
  const tellDoubt = (until: number): void => {
    for (let date = dates[0]; date !== undefined && date < until; date = dates[0]) {
      dates.shift();
      const disputed = teller.at(date);
      if (JSON.stringify(disputed) === JSON.stringify(says.disputed)) continue;
      says = withoutSaid(says, says.claims, disputed);
      rows.push({ validFrom: date, position: says.inForce, brings: false, horizon: -Infinity, story, says, fact: null });
    }
  };
  for (const fact of told) {
    const date = fact.period.from;
    tellDoubt(date);
    const said = findings.said.get(fact.position);
    if (said) teller.brought(fact, said);
    const disputed = teller.at(date);
    says = said ? withFact(findings, says, fact, said, disputed) : withoutSaid(says, withClaim(says.claims, fact), disputed);
    story = fact.story;
    rows.push({ validFrom: date, position: fact.position, brings: !fact.claim, horizon: -Infinity, story, says, fact: said ? fact : null });
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

function withFact(findings: Findings, before: RowSays, fact: ToldFact, said: Said, disputed: DisputedFact[]): RowSays {
  const added = findings.uncertain.get(fact.position) ?? [];
  return {
    since: fact.occurredAt,
    claims: before.claims.some((claim) => claim.type === fact.type)
      ? before.claims.filter((claim) => claim.type !== fact.type)
      : before.claims,
    disputed,
    uncertain:
      before.uncertain.length + added.length === 0
        ? before.uncertain
        : [...before.uncertain.filter((property) => !said.has(property)), ...added].sort(),
    inForce: fact.position,
    said: Object.fromEntries(said),
  };
}

/** A claim changes nothing but the claims: of each who says it and type, the latest stands. */
function withClaim(before: readonly Claim[], fact: ToldFact): Claim[] {
  const claim: Claim = { event: fact.id, type: fact.type, by: fact.by, occurredAt: fact.occurredAt, data: fact.data };
  return [...before.filter((one) => one.by !== claim.by || one.type !== claim.type), claim];
}

/** What a row says that no fact brought. */
const withoutSaid = ({ since, uncertain, inForce }: RowSays, claims: Claim[], disputed: DisputedFact[]): RowSays => ({
  since,
  claims,
  disputed,
  uncertain,
  inForce,
});
