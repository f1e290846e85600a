import type { AnyView } from '#views/define-view.js';
import { firstWhere } from '../facts/facts-in-order.js';
import { compareInFoldOrder, type ResolvedFact } from '../facts/resolved-fact.js';
import { groupOf, publisherOf } from './assertions.js';
import { DateGroup, type OverruledFacts, type Verdict } from './date-group.js';

/**
 * Decides which facts are folded. Facts of one type, on the same named date, of different publishers, with different
 * values, are in dispute, unless some publisher gave both values there: then they are steps. A confirmed fact wins;
 * among equals the first recorded wins. The others are left out as a whole: each winner that they contradict overrules
 * them.
 *
 * The work grows with the number of facts, not with its square: each fact is compared once with the winning values.
 */
export class WinnerSelection {
  /** The winners among the facts that were there at first, in fold order. */
  readonly folded: readonly ResolvedFact[];
  /** The facts that a winner overrules, by the winner's position; without facts that were added. */
  readonly overruled = new Map<number, OverruledFacts>();
  private groupsOnce: Map<string, ResolvedFact[]> | null = null;
  /** The groups with more than one publisher: the others can hold no dispute. */
  private readonly groups = new Map<string, DateGroup>();

  /** @param atFirst no claims; in fold order */
  constructor(
    private readonly view: AnyView,
    private readonly atFirst: readonly ResolvedFact[],
  ) {
    this.folded = atFirst;
    if (atFirst.length < 2) return;
    const out = new Set<number>();
    for (const [key, own] of this.facts) {
      if (own.every((fact) => publisherOf(fact) === publisherOf(own[0] as ResolvedFact))) continue;
      const group = new DateGroup(view, own);
      this.groups.set(key, group);
      group.select(out, this.overruled);
    }
    if (out.size > 0) this.folded = atFirst.filter((fact) => !out.has(fact.position));
  }

  /** How many comparisons of winners with losers the disputes of one date need, at most. */
  get comparisons(): number {
    return Math.max(0, ...[...this.groups.values()].map((group) => group.comparisons));
  }

  /** As `comparisons`, for the dates of some facts. */
  comparisonsOf(facts: readonly ResolvedFact[]): number {
    return Math.max(0, ...[...new Set(facts.map(groupOf))].map((key) => this.groups.get(key)?.comparisons ?? 0));
  }

  /** All facts by type and named date, in fold order. */
  private get facts(): Map<string, ResolvedFact[]> {
    return (this.groupsOnce ??= groupsOf(this.atFirst));
  }

  /**
   * Adds a fact that was recorded after all others. It is known which of the others win, so only the new fact is
   * compared with the winning values.
   *
   * @returns `null` where another fact may win or lose now: then the selection is in an undefined state
   */
  add(fact: ResolvedFact): Verdict | null {
    const key = groupOf(fact);
    const own = this.facts.get(key) ?? [];
    this.facts.set(key, own);
    const group = this.groups.get(key) ?? new DateGroup(this.view, own);
    this.groups.set(key, group);
    return group.add(fact);
  }

  /**
   * Replaces a folded fact by the same fact, resolved again, with the same assertions.
   *
   * @param place the index of the account that is new or has changed
   * @returns false where another fact may win or lose now
   */
  replace(before: ResolvedFact, fact: ResolvedFact, place: number): boolean {
    const key = groupOf(fact);
    const own = this.facts.get(key) ?? [];
    const group = this.groups.get(key);
    const n = firstWhere(own, (other) => compareInFoldOrder(other, before) >= 0);
    if (own[n] !== before) return false;
    own[n] = fact;
    return group?.replace(before, fact, place) ?? true;
  }
}

function groupsOf(facts: readonly ResolvedFact[]): Map<string, ResolvedFact[]> {
  const groups = new Map<string, ResolvedFact[]>();
  for (const fact of facts) {
    const key = groupOf(fact);
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return groups;
}
