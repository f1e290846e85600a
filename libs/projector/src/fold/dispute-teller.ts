import type { ToldFact } from '../facts/told-fact.js';
import type { Doubt } from './doubt.js';
import type { Dispute, DisputedFact } from './row.js';
import type { Said } from './said-properties.js';

/** A fact that something contradicts. */
export interface Contradicted {
  fact: ToldFact;
  disputes: { dispute: Dispute; doubts: Doubt[] }[];
}

/**
 * Keeps which disputes matter as facts are told: while their fact determines a property, or an open candidate of theirs puts one in doubt. So a
 * dispute stays listed where nothing is in doubt any more, and shows before its fact's date where another account gives an earlier one.
 */
export class DisputeTeller {
  private readonly determines = new Map<string, number>();

  /**
   * @param contradicted in fold order
   * @param earlier what stood before them
   * @param setFrom by property: the date of the first fact that sets it
   */
  constructor(
    private readonly contradicted: readonly Contradicted[],
    private earlier: readonly DisputedFact[],
    private readonly setFrom: ReadonlyMap<string, number>,
  ) {}

  /** A fact sets properties: the earlier ones determine them no more. */
  brought(fact: ToldFact, said: Said): void {
    this.earlier = this.earlier.map((one) => ({ ...one, holds: one.holds.filter((property) => !said.has(property)) }));
    if (this.contradicted.length > 0) for (const property of said.keys()) this.determines.set(property, fact.position);
  }

  /** The disputes that matter at a date, by the facts told so far. */
  at(date: number): DisputedFact[] {
    if (this.contradicted.length + this.earlier.length === 0) return NONE;
    const now = this.contradicted.map(({ fact, disputes }): DisputedFact => {
      const holds = [...this.determines].filter(([, position]) => position === fact.position).map(([property]) => property);
      const inDoubt = (doubts: readonly Doubt[]): string[] =>
        [...new Set(doubts.filter(({ from, to }) => from <= date && date < to).map(({ property }) => property))].sort();
      return {
        fact: fact.position,
        holds: holds.sort(),
        disputes: disputes.map(({ dispute, doubts }) => ({ ...dispute, doubts: inDoubt(doubts) })),
      };
    });
    // What is in doubt is a matter of the date, not of the order within it: an earlier doubt ends with the date that sets the property anew.
    const doubted = (property: string): boolean => date < (this.setFrom.get(property) ?? Infinity);
    const before = this.earlier.map((one) => ({
      ...one,
      disputes: one.disputes.map((dispute) => ({ ...dispute, doubts: dispute.doubts.filter(doubted) })),
    }));
    return [...before, ...now].map(thatMatter).filter(({ disputes }) => disputes.length > 0);
  }
}

const NONE: DisputedFact[] = [];

const thatMatter = (one: DisputedFact): DisputedFact =>
  one.holds.length > 0 ? one : { ...one, disputes: one.disputes.filter(({ doubts }) => doubts.length > 0) };
