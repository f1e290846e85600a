import type { ResolvedFact } from '../facts/resolved-fact.js';
import type { Assertions } from './assertions.js';
import { DisputeTracker, type DisputedResolution } from './dispute-tracker.js';
import { MAX_LISTED } from './listed.js';
import type { Claim, DisputedFact, Row, RowMetadata } from './row.js';

/** A row whose state is still to be folded. */
export interface RowDraft extends Omit<Row, 'state'> {
  /** The fact that brings its state; `null`: it has that of the row before it. */
  fact: ResolvedFact | null;
}

/** What was found out about the facts before they are told one by one. */
export interface FoldFindings {
  /** By position of the fact: what it says. Of those that are folded. */
  said: ReadonlyMap<number, Assertions>;
  /** By position of the fact, where there are any: the properties for which its place in time is uncertain. */
  uncertain: ReadonlyMap<number, readonly string[]>;
  /** In fold order. */
  contradicted: readonly DisputedResolution[];
}

const NOTHING_KNOWN: RowMetadata = { since: null, claims: [], disputed: [], uncertain: [], inForce: 0 };

/**
 * Tells facts, claims and the dates at which doubt changes, one after the other. Rows still lack their horizon, and
 * their state.
 *
 * @param resolved in fold order
 */
export function buildRows(analysis: FoldFindings, base: Row | null, resolved: readonly ResolvedFact[]): RowDraft[] {
  const rows: RowDraft[] = [];
  const { contradicted } = analysis;
  const isDisputed = contradicted.length > 0 || (base?.says.disputed.length ?? 0) > 0;
  const tracker = new DisputeTracker(
    contradicted,
    base?.says.disputed ?? [],
    isDisputed ? datesOfSetting(analysis, resolved) : new Map(),
  );
  const dates = datesOfDoubt(analysis, resolved);
  let nextDate = 0;
  let says = base?.says ?? NOTHING_KNOWN;
  let story = base?.story ?? contradicted[0]?.fact.story ?? '';
  const tellDoubt = (until: number): void => {
    for (let date = dates[nextDate]; date !== undefined && date < until; date = dates[++nextDate]) {
      const disputed = tracker.at(date);
      if (disputed === says.disputed || JSON.stringify(disputed) === JSON.stringify(says.disputed)) continue;
      says = withoutSaid(says, says.claims, disputed);
      rows.push({
        validFrom: date,
        position: says.inForce,
        fromFact: false,
        horizon: -Infinity,
        story,
        says,
        fact: null,
      });
    }
  };
  for (const fact of resolved) {
    const date = fact.period.from;
    tellDoubt(date);
    const assertions = analysis.said.get(fact.position);
    if (assertions) tracker.brought(fact, assertions);
    const disputed = tracker.at(date);
    says = assertions
      ? withFact(analysis, says, fact, assertions, disputed)
      : withoutSaid(says, withClaim(says.claims, fact), disputed);
    story = fact.story;
    rows.push({
      validFrom: date,
      position: fact.position,
      fromFact: !fact.claim,
      horizon: -Infinity,
      story,
      says,
      fact: assertions ? fact : null,
    });
  }
  tellDoubt(Infinity);
  return rows;
}

/** By property: the date of the first fact that sets it. */
function datesOfSetting({ said }: FoldFindings, resolved: readonly ResolvedFact[]): Map<string, number> {
  const dates = new Map<string, number>();
  for (const fact of resolved) {
    for (const property of said.get(fact.position)?.byProperty.keys() ?? []) {
      if (!dates.has(property)) dates.set(property, fact.period.from);
    }
  }
  return dates;
}

/** The dates at which doubt may change and no fact is told, in order. */
function datesOfDoubt({ contradicted }: FoldFindings, resolved: readonly ResolvedFact[]): number[] {
  const dates = new Set<number>();
  for (const { doubts } of contradicted)
    for (const spans of doubts) for (const { from, to } of spans) dates.add(from).add(to);
  if (dates.size === 0) return [];
  for (const fact of resolved) dates.delete(fact.period.from);
  dates.delete(Infinity);
  return [...dates].sort((a, b) => a - b);
}

function withFact(
  analysis: FoldFindings,
  before: RowMetadata,
  fact: ResolvedFact,
  assertions: Assertions,
  disputed: DisputedFact[],
): RowMetadata {
  const added = analysis.uncertain.get(fact.position) ?? [];
  return {
    since: fact.occurredAt,
    claims: before.claims.some((claim) => claim.type === fact.type)
      ? before.claims.filter((claim) => claim.type !== fact.type)
      : before.claims,
    disputed,
    uncertain:
      before.uncertain.length + added.length === 0
        ? before.uncertain
        : [...before.uncertain.filter((property) => !assertions.byProperty.has(property)), ...added].sort(),
    inForce: fact.position,
    said: assertions.record,
  };
}

/**
 * A claim changes nothing but the claims: of each who says it and type, the latest stands. Of each type the latest 50
 * are kept. Those are the same whatever was dropped before, since facts end all claims of a type at once.
 */
function withClaim(before: readonly Claim[], fact: ResolvedFact): Claim[] {
  const claim: Claim = { event: fact.id, type: fact.type, by: fact.by, occurredAt: fact.occurredAt, data: fact.data };
  const others = before.filter((one) => one.by !== claim.by || one.type !== claim.type);
  const ofType = others.reduce((count, one) => count + Number(one.type === claim.type), 0);
  if (ofType >= MAX_LISTED)
    others.splice(
      others.findIndex((one) => one.type === claim.type),
      1,
    );
  return [...others, claim];
}

/** What a row says that no fact brought. */
const withoutSaid = (
  { since, uncertain, inForce }: RowMetadata,
  claims: Claim[],
  disputed: DisputedFact[],
): RowMetadata => ({
  since,
  claims,
  disputed,
  uncertain,
  inForce,
});
