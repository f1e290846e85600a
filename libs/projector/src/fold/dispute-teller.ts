import type { ToldFact } from '../facts/told-fact.js';
import type { Doubt } from './doubt.js';
import type { Dispute, DisputedFact } from './row.js';
import type { Said } from './said-properties.js';

/** A fact that something contradicts. */
export interface Contradicted {
  fact: ToldFact;
  disputes: Dispute[];
  doubts: Doubt[];
}

/**
 * Keeps which disputes matter as facts are told: while their fact determines a property, or an open candidate of it puts one in doubt. So a
 * dispute stays listed where nothing is in doubt any more, and shows before its fact's date where another account gives an earlier one.
 */
export class DisputeTeller {
  private readonly determines = new Map<string, number>();

  /**
   * @param contradicted in fold order
   * @param earlier what stood before them
   */
  constructor(
    private readonly contradicted: readonly Contradicted[],
    private earlier: readonly DisputedFact[],
  ) {}

  /** A fact sets properties: with the earlier values end the disputes about them. */
  brought(fact: ToldFact, said: Said): void {
    if (this.earlier.length > 0) {
      const left = (properties: string[]): string[] => properties.filter((property) => !said.has(property));
      this.earlier = this.earlier.map((one) => ({ ...one, holds: left(one.holds), doubts: left(one.doubts) })).filter(matters);
    }
    if (this.contradicted.length > 0) for (const property of said.keys()) this.determines.set(property, fact.position);
  }

  /** The disputes that matter at a date, by the facts told so far. */
  at(date: number): DisputedFact[] {
    const now = this.contradicted.map(({ fact, disputes, doubts }): DisputedFact => {
      const doubted = doubts.filter(({ from, to }) => from <= date && date < to).map(({ property }) => property);
      const holds = [...this.determines].filter(([, position]) => position === fact.position).map(([property]) => property);
      return { fact: fact.position, holds: holds.sort(), doubts: [...new Set(doubted)].sort(), disputes };
    });
    return [...this.earlier, ...now.filter(matters)];
  }
}

const matters = ({ holds, doubts }: DisputedFact): boolean => holds.length > 0 || doubts.length > 0;
