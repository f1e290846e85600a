import type { AnyView } from '#views/define-view.js';
import { insertInOrder } from '../facts/facts-in-order.js';
import { compareInFoldOrder, type ResolvedFact } from '../facts/resolved-fact.js';
import {
  assertionsOf,
  contradict,
  groupOf,
  isKnown,
  publisherOf,
  type Assertion,
  type Assertions,
} from './assertions.js';
import { LosingValues, WinningValues } from './group-values.js';
import { Steps } from './steps.js';

/**
 * The facts that some winners overrule. Winners that overrule the same facts share one object, so work on it is done
 * once.
 */
export interface OverruledFacts {
  /** In fold order. */
  facts: ResolvedFact[];
  /** Equal for winners of a group whose value disputes differ only in their own values and accounts. */
  key: string;
  /** The publishers of the accounts of the facts. */
  publishers: Set<string>;
  /** In fold order. */
  winners: ResolvedFact[];
}

/** Whether a fact that was recorded after all others is folded, and which disputes it is part of. */
export type Verdict = { folded: true; overruled: OverruledFacts | null } | { folded: false; against: OverruledFacts[] };

/** The facts of one type and named date: which of them win, and which facts each winner overrules. */
export class DateGroup {
  private readonly steps = new Map<string, Steps>();
  /** By property: the values of the winners. */
  private readonly winning = new Map<string, WinningValues>();
  /** By property: the values of the losers. */
  private readonly losing = new Map<string, LosingValues>();
  /** In fold order. */
  private losers: ResolvedFact[] = [];
  private readonly losingPublishers = new Set<string>();
  private readonly overruled = new Map<string, OverruledFacts>();
  /** By property: the keys of the winners' values that all losers contradict. */
  private readonly opposed = new Map<string, Set<string>>();
  /** What has to be known of the other facts to add one; `null` until the first is added. */
  private soFar: { latest: number; isConfirmed: boolean; winningPublishers: Set<string | null> } | null = null;

  /** @param facts in fold order */
  constructor(
    private readonly view: AnyView,
    private readonly facts: ResolvedFact[],
  ) {}

  /** How many comparisons of winners with losers the disputes of the group need. */
  get comparisons(): number {
    let sum = 0;
    for (const { facts } of this.overruled.values()) sum += facts.length;
    return sum;
  }

  /** Adds the positions of the facts that lose, and for each winner the facts that it overrules. */
  select(out: Set<number>, overruled: Map<number, OverruledFacts>): void {
    const winners: ResolvedFact[] = [];
    for (const fact of [...this.facts].sort(confirmedFirst)) {
      if (this.losesTo(fact)) out.add(fact.position);
      else {
        winners.push(fact);
        this.addWinningValues(fact);
      }
    }
    if (winners.length === this.facts.length) return;
    this.losers = this.facts.filter(({ position }) => out.has(position));
    for (const fact of this.losers) this.losingPublishers.add(publisherOf(fact) ?? '');
    for (const winner of winners.sort(compareInFoldOrder)) {
      const against = this.overruledBy(winner);
      if (against.facts.length > 0) overruled.set(winner.position, against);
    }
  }

  /**
   * As `WinnerSelection.add`. The other facts keep their part, so the work is to compare one fact with the winning
   * values.
   */
  add(fact: ResolvedFact): Verdict | null {
    const soFar = (this.soFar ??= this.summarize());
    if (fact.accounts.length > 1 || fact.position < soFar.latest) return null;
    if (fact.certainty === 'confirmed' && !soFar.isConfirmed) return null;
    soFar.latest = fact.position;
    soFar.isConfirmed &&= fact.certainty === 'confirmed';
    insertInOrder(this.facts, fact);
    for (const steps of this.steps.values()) if (!steps.add(fact) && this.losers.length > 0) return null;
    const publisher = publisherOf(fact);
    if (!this.losesTo(fact)) {
      this.addWinningValues(fact);
      soFar.winningPublishers.add(publisher);
      const overruled = this.losers.length > 0 ? this.overruledBy(fact) : null;
      return { folded: true, overruled: overruled && overruled.facts.length > 0 ? overruled : null };
    }
    // The first loser, or one whose publisher also won, changes which winners share their disputes.
    if (this.losers.length === 0 || soFar.winningPublishers.has(publisher) || !this.contradictsAll(fact)) return null;
    insertInOrder(this.losers, fact);
    for (const [property, losing] of this.losing) losing.add(fact, property);
    this.losingPublishers.add(publisher ?? '');
    const assertions = assertionsOf(this.view, fact);
    const against: OverruledFacts[] = [];
    for (const one of this.overruled.values()) {
      if (!this.contradicts(assertionsOf(this.view, one.winners[0] as ResolvedFact), assertions)) continue;
      if (one.facts.length === 0) return null;
      insertInOrder(one.facts, fact);
      if (publisher !== null) one.publishers.add(publisher);
      against.push(one);
    }
    return { folded: false, against };
  }

  /** As `WinnerSelection.replace`. */
  replace(before: ResolvedFact, fact: ResolvedFact, place: number): boolean {
    // Steps cannot be removed again.
    if (this.losers.length > 0 || (before.accounts[place] && this.steps.size > 0)) return false;
    for (const steps of this.steps.values()) steps.add(fact);
    this.soFar?.winningPublishers.add(fact.accounts[place]?.publisher ?? null);
    return true;
  }

  private summarize(): NonNullable<DateGroup['soFar']> {
    const lost = new Set(this.losers.map(({ position }) => position));
    const winners = this.facts.filter(({ position }) => !lost.has(position));
    // A group of one publisher: its winning values have not been collected yet.
    if (this.winning.size === 0) for (const fact of winners) this.addWinningValues(fact);
    return {
      latest: this.facts.reduce((latest, { position }) => Math.max(latest, position), 0),
      isConfirmed: this.facts.every(({ certainty }) => certainty === 'confirmed'),
      winningPublishers: new Set(winners.flatMap(({ accounts }) => accounts.map((one) => one.publisher))),
    };
  }

  private overruledBy(winner: ResolvedFact): OverruledFacts {
    const publisher = publisherOf(winner);
    const assertions = assertionsOf(this.view, winner);
    // A publisher's losing facts do not count against its own winners. So those winners share with no other
    // publisher's.
    const alsoLost = publisher !== null && this.losingPublishers.has(publisher) ? publisher : '';
    const values =
      alsoLost === ''
        ? [...assertions.byProperty].map(([property, one]) => this.comparisonKey(property, one))
        : [assertions.text];
    const key = [groupOf(winner), winner.certainty === 'confirmed' ? 'confirmed' : '', alsoLost, ...values].join(
      '\u0003',
    );
    let overruled = this.overruled.get(key);
    if (!overruled) {
      const facts = this.losers.filter(
        (fact) => publisherOf(fact) !== publisher && this.contradicts(assertions, assertionsOf(this.view, fact)),
      );
      const publishers = new Set(facts.flatMap(({ accounts }) => accounts.flatMap((one) => one.publisher ?? [])));
      overruled = { facts, key, publishers, winners: [] };
      this.overruled.set(key, overruled);
    }
    insertInOrder(overruled.winners, winner);
    return overruled;
  }

  /**
   * A key that is equal for two values of a property only if they contradict the same losers. It is equal for equal
   * values. It is also equal for all values that contradict every loser with a value of the property: no loser gives
   * such a value, and nobody gives both it and a loser's value. The steps of one publisher, against all others, are
   * such values.
   */
  private comparisonKey(property: string, assertion: Assertion): string {
    if (!isKnown(assertion) || this.losingOf(property).agreesWith(assertion, this.stepsOf(property)))
      return `${property}\u0002${assertion.key}`;
    const keys = this.opposed.get(property) ?? new Set();
    this.opposed.set(property, keys.add(assertion.key));
    return property;
  }

  /**
   * Whether one more loser also contradicts the values that all losers contradict, as far as it has those properties.
   */
  private contradictsAll(fact: ResolvedFact): boolean {
    for (const [property, opposed] of this.opposed) {
      const assertion = assertionsOf(this.view, fact).byProperty.get(property);
      if (!isKnown(assertion)) continue;
      if (opposed.has(assertion.key)) return false;
      const steps = this.stepsOf(property);
      const givers = this.losingOf(property).has(assertion) ? [] : steps.publishersOf(assertion.key);
      for (const publisher of [publisherOf(fact), ...givers])
        for (const key of steps.keysOf(publisher)) if (opposed.has(key)) return false;
    }
    return true;
  }

  private losingOf(property: string): LosingValues {
    let losing = this.losing.get(property);
    if (!losing) {
      losing = new LosingValues(this.view);
      for (const fact of this.losers) losing.add(fact, property);
      this.losing.set(property, losing);
    }
    return losing;
  }

  private contradicts(a: Assertions, b: Assertions): boolean {
    for (const [property, one] of a.byProperty) {
      const other = b.byProperty.get(property);
      if (other && contradict(one, other) && !this.stepsOf(property).include(one, other)) return true;
    }
    return false;
  }

  /** Whether a fact contradicts a winner of another publisher. */
  private losesTo(fact: ResolvedFact): boolean {
    const publisher = publisherOf(fact);
    for (const [property, own] of assertionsOf(this.view, fact).byProperty) {
      const winning = own.parts && this.winning.get(property);
      if (winning && winning.contradict(own, publisher, () => this.stepsOf(property))) return true;
    }
    return false;
  }

  private addWinningValues(fact: ResolvedFact): void {
    const publisher = publisherOf(fact);
    for (const [property, own] of assertionsOf(this.view, fact).byProperty) {
      if (!own.parts) continue;
      const values = this.winning.get(property) ?? new WinningValues();
      this.winning.set(property, values);
      values.add(own, publisher);
    }
  }

  private stepsOf(property: string): Steps {
    const steps = this.steps.get(property) ?? new Steps(this.view, this.facts, property);
    this.steps.set(property, steps);
    return steps;
  }
}

function confirmedFirst(a: ResolvedFact, b: ResolvedFact): number {
  return Number(b.certainty === 'confirmed') - Number(a.certainty === 'confirmed') || a.position - b.position;
}
