import type { ResolvedFact } from '../facts/resolved-fact.js';
import type { Assertions } from './assertions.js';
import { DisputeTracker, type DisputedResolution } from './dispute-tracker.js';
import { type Claim, type DisputedFact, MAX_LISTED, type Row, type RowMetadata } from './row.js';

/** A row whose state has not been folded yet. */
export interface RowDraft extends Omit<Row, 'state' | 'runFrom'> {
  /** The fact that changes the state; `null`: the row has the state of the row before it. */
  fact: ResolvedFact | null;
}

/** What has to be known of facts to build their rows. */
interface FoldAnalysis {
  /** By position of each folded fact: what it asserts. */
  assertions: ReadonlyMap<number, Assertions>;
  /** By position of the fact, where there are any: the properties for which its place in the order is uncertain. */
  uncertain: ReadonlyMap<number, readonly string[]>;
  /** In fold order. */
  disputed: readonly DisputedResolution[];
}

const EMPTY: RowMetadata = { factDate: null, claims: [], disputed: [], uncertain: [], inForce: 0, factId: null };

/**
 * Builds one row for each fact, each claim and each date at which only doubt changes. Horizons and states are not set
 * yet.
 *
 * @param facts folded facts and claims, in fold order
 */
export function buildRows(analysis: FoldAnalysis, base: Row | null, facts: readonly ResolvedFact[]): RowDraft[] {
  const rows: RowDraft[] = [];
  const isDisputed = analysis.disputed.length > 0 || (base?.says.disputed.length ?? 0) > 0;
  const tracker = new DisputeTracker(
    analysis.disputed,
    base?.says.disputed ?? [],
    isDisputed ? firstDates(analysis, facts) : new Map(),
  );
  const dates = datesOfDoubt(analysis, facts);
  let nextDate = 0;
  let says = base?.says ?? EMPTY;
  let story = base?.story ?? '';
  const addRowsOfDoubt = (until: number): void => {
    for (let date = dates[nextDate]; date !== undefined && date < until; date = dates[++nextDate]) {
      const disputed = tracker.at(date);
      if (disputed === says.disputed || JSON.stringify(disputed) === JSON.stringify(says.disputed)) continue;
      says = withoutFact(says, says.claims, disputed);
      if (!saysAnything(says)) story = storyOfFirst(analysis, disputed) ?? story;
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
  for (const fact of facts) {
    const date = fact.period.from;
    addRowsOfDoubt(date);
    const assertions = analysis.assertions.get(fact.position);
    if (assertions) tracker.fold(fact, assertions);
    const disputed = tracker.at(date);
    says = assertions
      ? withFact(analysis, says, fact, assertions, disputed)
      : withoutFact(says, withClaim(says.claims, fact), disputed);
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
  addRowsOfDoubt(Infinity);
  return rows;
}

/** Whether a row comes after a fact or a claim. */
const saysAnything = ({ factDate, claims }: RowMetadata): boolean => factDate !== null || claims.length > 0;

/** The story of the first fact that a row lists as disputed. Nothing else is known of the subject there. */
function storyOfFirst(analysis: FoldAnalysis, [first]: readonly DisputedFact[]): string | undefined {
  return first && analysis.disputed.find(({ fact }) => fact.position === first.fact)?.fact.story;
}

/** By property: the date of the first fact that sets it. */
function firstDates({ assertions }: FoldAnalysis, facts: readonly ResolvedFact[]): Map<string, number> {
  const dates = new Map<string, number>();
  for (const fact of facts) {
    for (const property of assertions.get(fact.position)?.byProperty.keys() ?? []) {
      if (!dates.has(property)) dates.set(property, fact.period.from);
    }
  }
  return dates;
}

/** The dates at which doubt may change and no fact begins, in order. */
function datesOfDoubt({ disputed }: FoldAnalysis, facts: readonly ResolvedFact[]): number[] {
  const dates = new Set<number>();
  for (const { doubts } of disputed)
    for (const spans of doubts) for (const { from, to } of spans) dates.add(from).add(to);
  if (dates.size === 0) return [];
  for (const fact of facts) dates.delete(fact.period.from);
  dates.delete(Infinity);
  return [...dates].sort((a, b) => a - b);
}

function withFact(
  analysis: FoldAnalysis,
  before: RowMetadata,
  fact: ResolvedFact,
  assertions: Assertions,
  disputed: DisputedFact[],
): RowMetadata {
  const added = analysis.uncertain.get(fact.position) ?? [];
  return {
    factDate: fact.occurredAt,
    claims: before.claims.some((claim) => claim.type === fact.type)
      ? before.claims.filter((claim) => claim.type !== fact.type)
      : before.claims,
    disputed,
    uncertain:
      before.uncertain.length + added.length === 0
        ? before.uncertain
        : [...before.uncertain.filter((property) => !assertions.byProperty.has(property)), ...added].sort(),
    inForce: fact.position,
    factId: fact.id,
    asserted: assertions.record,
  };
}

/**
 * A claim changes only the list of claims. It replaces the claim of the same type by the same speaker. The latest 50 of
 * each type are kept. Dropping the others never changes a later list, because a fact ends all claims of its type at
 * once.
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

/** The content of a row that no fact brought. */
const withoutFact = (
  { factDate, uncertain, inForce, factId }: RowMetadata,
  claims: Claim[],
  disputed: DisputedFact[],
): RowMetadata => ({
  factDate,
  claims,
  disputed,
  uncertain,
  inForce,
  factId,
});
