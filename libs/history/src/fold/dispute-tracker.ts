import type { ResolvedFact } from '../facts/resolved-fact.js';
import type { Assertions } from './assertions.js';
import type { FactDisputes } from './dispute-finder.js';
import type { Doubt } from './doubts.js';
import type { DisputedFact } from './row.js';

/** A folded fact that something contradicts. */
export interface DisputedResolution extends FactDisputes {
  fact: ResolvedFact;
  /** For each dispute: what it puts in doubt. */
  doubts: Doubt[][];
}

/** A date at which a dispute begins or ceases to put a property in doubt. */
interface DoubtChange {
  at: number;
  rank: number;
  n: number;
  property: string;
  begins: boolean;
}

/**
 * Tracks which disputes matter while facts are folded: a dispute matters while its fact determines a property, or while
 * one of its open candidates puts a property in doubt. So a dispute stays listed where nothing is in doubt any more,
 * and is listed before its fact's date where another account gives an earlier date. Call `fold` and `at` in the order
 * of the dates.
 */
export class DisputeTracker {
  /** By property: the index in `disputed` of the fact that determines it, if a disputed fact does. */
  private readonly determinedBy = new Map<string, number>();
  private readonly holds = new Map<number, Set<string>>();
  private readonly doubted = new Map<number, Map<number, Set<string>>>();
  private readonly rankOf: ReadonlyMap<number, number>;
  private readonly changes: DoubtChange[];
  private nextChange = 0;
  private listed: DisputedFact[] | null = null;
  private lastDate = -Infinity;

  /**
   * @param disputed in fold order
   * @param earlier what the row before them lists
   * @param setFrom by property: the date of the first fact that sets it
   */
  constructor(
    private readonly disputed: readonly DisputedResolution[],
    private earlier: readonly DisputedFact[],
    private readonly setFrom: ReadonlyMap<string, number>,
  ) {
    this.rankOf = new Map(disputed.map(({ fact }, rank) => [fact.position, rank]));
    this.changes = disputed
      .flatMap(({ doubts }, rank) =>
        doubts.flatMap((spans, n) =>
          spans.flatMap(({ property, from, to }): DoubtChange[] => [
            { at: from, rank, n, property, begins: true },
            { at: to, rank, n, property, begins: false },
          ]),
        ),
      )
      .sort((a, b) => a.at - b.at);
  }

  /** Folds a fact: earlier facts no longer determine the properties that it sets. */
  fold(fact: ResolvedFact, assertions: Assertions): void {
    if (this.disputed.length + this.earlier.length === 0) return;
    for (const property of assertions.byProperty.keys()) {
      if (this.earlier.some(({ holds }) => holds.includes(property))) {
        this.listed = null;
        this.earlier = this.earlier.map((one) =>
          one.holds.includes(property) ? { ...one, holds: one.holds.filter((held) => held !== property) } : one,
        );
      }
      const rank = this.rankOf.get(fact.position);
      const before = this.determinedBy.get(property);
      if (before !== undefined) this.holds.get(before)?.delete(property);
      if (rank === undefined) this.determinedBy.delete(property);
      else {
        this.determinedBy.set(property, rank);
        this.holds.set(rank, (this.holds.get(rank) ?? new Set()).add(property));
      }
      if (before !== undefined || rank !== undefined) this.listed = null;
    }
  }

  /** The disputes that matter at a date, by the facts folded so far. The same list where nothing has changed. */
  at(date: number): DisputedFact[] {
    if (this.disputed.length + this.earlier.length === 0) return NONE;
    for (let one = this.changes[this.nextChange]; one && one.at <= date; one = this.changes[++this.nextChange])
      this.apply(one);
    if (this.hasEarlierEnded(date)) this.listed = null;
    return (this.listed ??= this.list(date));
  }

  private apply({ rank, n, property, begins }: DoubtChange): void {
    this.listed = null;
    const own = this.doubted.get(rank) ?? new Map<number, Set<string>>();
    this.doubted.set(rank, own);
    const properties = own.get(n) ?? new Set<string>();
    own.set(n, properties);
    if (begins) properties.add(property);
    else properties.delete(property);
    if (properties.size === 0) own.delete(n);
    if (own.size === 0) this.doubted.delete(rank);
  }

  /** Whether an earlier doubt has ended: it ends with the date of the first fact that sets its property. */
  private hasEarlierEnded(date: number): boolean {
    const [from, to] = [this.lastDate, date];
    this.lastDate = date;
    return this.earlier.some(({ disputes }) =>
      disputes.some(({ doubts }) =>
        doubts.some((property) => {
          const set = this.setFrom.get(property) ?? Infinity;
          return set > from && set <= to;
        }),
      ),
    );
  }

  private list(date: number): DisputedFact[] {
    const isDoubted = (property: string): boolean => date < (this.setFrom.get(property) ?? Infinity);
    const earlier = this.earlier.map((one) => {
      if (one.disputes.every(({ doubts }) => doubts.every(isDoubted))) return one;
      return {
        ...one,
        disputes: one.disputes.map((dispute) => ({ ...dispute, doubts: dispute.doubts.filter(isDoubted) })),
      };
    });
    const ranks = new Set(this.doubted.keys());
    for (const [rank, properties] of this.holds) {
      if (properties.size > 0) ranks.add(rank);
      else this.holds.delete(rank);
    }
    const now = [...ranks].sort((a, b) => a - b).map((rank) => this.disputedFact(rank));
    return [...earlier, ...now].map(listWhatMatters).filter(({ disputes }) => disputes.length > 0);
  }

  private disputedFact(rank: number): DisputedFact {
    const { fact, disputes, own, doubts } = this.disputed[rank] as DisputedResolution;
    const { record } = disputes;
    const doubted = this.doubted.get(rank);
    const holds = [...(this.holds.get(rank) ?? [])].sort();
    const isAnyLast = own !== undefined && holds.length === 0 && disputes.last === fact;
    return {
      fact: isAnyLast ? null : fact.position,
      holds,
      record: record.key,
      ...(own && !isAnyLast && { own }),
      disputes: doubts.map((_, n) => ({
        n,
        open: record.disputes[n]?.open ?? false,
        doubts: [...(doubted?.get(n) ?? [])].sort(),
      })),
    };
  }
}

const NONE: DisputedFact[] = [];

const listWhatMatters = (one: DisputedFact): DisputedFact =>
  one.holds.length > 0 || one.disputes.every(({ doubts }) => doubts.length > 0)
    ? one
    : { ...one, disputes: one.disputes.filter(({ doubts }) => doubts.length > 0) };
