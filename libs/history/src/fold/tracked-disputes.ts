import type { AnyView } from '#views/define-view.js';
import { insertBy } from '../facts/facts-in-order.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import { assertionsOf, type Assertions } from './assertions.js';
import { type Candidate, standsFrom } from './candidates.js';
import type { OverruledFacts } from './date-group.js';
import { DisputeFinder } from './dispute-finder.js';
import type { DisputedResolution } from './dispute-tracker.js';
import { type Doubt, DoubtFinder, type ValueBefore } from './doubts.js';
import type { FoundDisputes } from './found-disputes.js';
import type { PropertySetters } from './property-setters.js';
import type { DisputeRecord } from './row.js';

/** A disputed fact, with what has to be known to add further facts. */
export interface TrackedResolution extends DisputedResolution {
  /**
   * All candidates have the fact's date and set no other properties, so only the neighbouring setters of its properties
   * can change what is in doubt.
   */
  isLocal: boolean;
}

/** What an account or an overruled fact changes in the disputes about a fact. */
interface Joined {
  /** The places of the disputes in which it contradicts the fact. */
  places: readonly number[];
  /** What is in doubt has changed, or may have. */
  reaches: boolean;
}

/** The disputed facts of an analysis, and what their disputes put in doubt. */
export class TrackedDisputes {
  private readonly found: TrackedResolution[] = [];
  private readonly byPosition = new Map<number, TrackedResolution>();
  private readonly disputes: DisputeFinder;
  private readonly doubts: DoubtFinder;

  /**
   * @param setters the folded facts, which change as facts are added
   * @param before the value of a property before the first of them
   */
  constructor(
    private readonly view: AnyView,
    private readonly setters: PropertySetters,
    before: ValueBefore,
  ) {
    this.disputes = new DisputeFinder(view);
    this.doubts = new DoubtFinder(view, setters, before);
  }

  /** In fold order. */
  get all(): readonly TrackedResolution[] {
    return this.found;
  }

  get records(): Map<string, DisputeRecord> {
    return new Map(this.found.map(({ disputes: { record } }) => [record.key, record]));
  }

  /** The properties whose value before the facts was not at hand. */
  get missing(): ReadonlySet<string> {
    return this.doubts.missing;
  }

  /** The disputed fact at a position. */
  at(position: number): TrackedResolution | undefined {
    return this.byPosition.get(position);
  }

  /**
   * The disputed facts among some facts of a date, and all others that put something in doubt at that date. Their
   * doubts are cut to that date.
   */
  atDate(date: number, facts: readonly ResolvedFact[]): DisputedResolution[] {
    const isThen = ({ from, to }: Doubt): boolean => from <= date && date < to;
    return this.found
      .filter((one) => facts.includes(one.fact) || one.doubts.some((spans) => spans.some(isThen)))
      .map((one) => ({
        ...one,
        doubts: one.doubts.map((spans) =>
          spans.filter(isThen).map(({ property }) => ({ property, from: date, to: Infinity })),
        ),
      }));
  }

  /** Finds the disputes about a folded fact, without tracking them; `null`: nothing contradicts it. */
  resolve(fact: ResolvedFact, overruled: OverruledFacts | undefined): TrackedResolution | null {
    const found = this.disputes.find(fact, overruled);
    if (!found) return null;
    const { against } = found.disputes;
    const doubts = against.map((one) => this.doubts.find(fact, one));
    const before = found.after && this.byPosition.get(found.after.position);
    // Facts that share disputes set the same properties.
    const isKnownToBeLocal = before?.isLocal === true && before.fact.period.from === fact.period.from;
    return {
      fact,
      ...found,
      doubts,
      isLocal: isKnownToBeLocal || against.every((one) => areLocal(fact, one, this.view)),
    };
  }

  track(one: TrackedResolution): void {
    insertBy(this.found, one, ({ fact }) => fact);
    this.byPosition.set(one.fact.position, one);
  }

  /**
   * Adds to the disputes about a fact.
   *
   * @param join returns the places of the disputes in which the candidate contradicts the fact, or `null`
   */
  join(
    known: TrackedResolution,
    candidate: Candidate | null,
    join: (disputes: FoundDisputes) => readonly number[] | null,
  ): Joined | null {
    const wasOpen = known.disputes.open;
    const places = join(known.disputes);
    if (!places) return null;
    const joined = { places, reaches: known.disputes.open.some((open, n) => open !== wasOpen[n]) };
    if (!candidate) return joined;
    known.isLocal &&= areLocal(known.fact, [candidate], this.view);
    for (const n of candidate.isOpen ? places : []) {
      const doubts = known.doubts[n] ?? [];
      const more = this.doubts.findMore(known.fact, candidate, doubts);
      if (more !== doubts) [known.doubts[n], joined.reaches] = [more, true];
    }
    return joined;
  }

  /** Finds doubts again that only a removed candidate may have caused. @returns whether any had to be found again */
  removeDoubts(known: TrackedResolution, removed: Candidate): boolean {
    let isFoundAgain = false;
    for (const [n, remaining] of known.disputes.against.entries()) {
      if (this.doubts.isCovered(known.fact, removed, remaining)) continue;
      [known.doubts[n], isFoundAgain] = [this.doubts.find(known.fact, remaining), true];
    }
    return isFoundAgain;
  }

  /**
   * Finds doubts again that a further fact may change by setting properties.
   *
   * @returns the facts whose doubts were found again, with the doubts before
   */
  findDoubtsAgain(fact: ResolvedFact, assertions: Assertions): ReadonlyMap<TrackedResolution, Doubt[][]> {
    const again = new Map<TrackedResolution, Doubt[][]>();
    for (const one of this.found) if (!one.isLocal) again.set(one, one.doubts);
    for (const property of assertions.byProperty.keys()) {
      for (const setter of this.setters.neighbours(property, fact)) {
        const known = this.byPosition.get(setter.fact.position);
        if (known) again.set(known, known.doubts);
      }
    }
    for (const one of again.keys())
      one.doubts = one.disputes.against.map((against) => this.doubts.find(one.fact, against));
    return again;
  }
}

function areLocal(fact: ResolvedFact, against: readonly Candidate[], view: AnyView): boolean {
  return against.every(
    (one) => standsFrom(fact.period, one.period) === fact.period.from && setsNothingElse(fact, one, view),
  );
}

/** Whether a candidate sets only properties that the fact sets too. */
export function setsNothingElse(fact: ResolvedFact, { assertions }: Candidate, view: AnyView): boolean {
  const own = assertionsOf(view, fact).byProperty;
  return [...assertions.byProperty.keys()].every((property) => own.has(property));
}
