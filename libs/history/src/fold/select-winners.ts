import type { AnyView } from '#views/define-view.js';
import { firstWhere, insertInOrder } from '../facts/facts-in-order.js';
import { compareInFoldOrder, type ResolvedAccount, type ResolvedFact } from '../facts/resolved-fact.js';
import {
  assertionsOf,
  assertionsOfAccount,
  contradict,
  groupOf,
  isKnown,
  publisherOf,
  type Assertion,
  type Assertions,
} from './assertions.js';
import { partsAgree, ValueIndex } from './value-parts.js';

/**
 * The facts that some winners stand against. Winners of which that is the same share one object, so that work on it is
 * done once.
 */
export interface OverruledFacts {
  /** In fold order. */
  facts: ResolvedFact[];
  /** The same for winners of a group whose value disputes differ in their own values and accounts alone. */
  key: string;
  /** Who published the accounts of the facts. */
  publishers: Set<string>;
  /** In fold order. */
  winners: ResolvedFact[];
}

/** What became of a fact that was recorded after all others. */
export type Verdict = { folded: true; leftOut: OverruledFacts | null } | { folded: false; against: OverruledFacts[] };

/**
 * Facts of one type, on the same named date, of different publishers, that say different values, are one dispute,
 * unless some publisher told both values there: then they are steps. A confirmed one wins, among equals the first
 * recorded; the others are left out whole, and stand against every winner that they contradict.
 *
 * The work grows with the number of facts, not with its square: facts are compared with values that stand, each once.
 */
export class WinnerSelection {
  /** What is folded of the facts that were there at first, in fold order. */
  readonly folded: readonly ResolvedFact[];
  /** What is left out of them, by the position of the fact that it contradicts. */
  readonly leftOut = new Map<number, OverruledFacts>();
  private groupsOnce: Map<string, ResolvedFact[]> | null = null;
  /** Of more than one publisher; the others can hold no dispute. */
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
      group.select(out, this.leftOut);
    }
    if (out.size > 0) this.folded = atFirst.filter((fact) => !out.has(fact.position));
  }

  /** The most comparisons of winners with losers that the disputes of one date are made of. */
  get comparisons(): number {
    return Math.max(0, ...[...this.groups.values()].map((group) => group.comparisons));
  }

  /** The same of the dates of some facts. */
  comparisonsOf(facts: readonly ResolvedFact[]): number {
    return Math.max(0, ...[...new Set(facts.map(groupOf))].map((key) => this.groups.get(key)?.comparisons ?? 0));
  }

  /** All facts by type and named date, in fold order. */
  private get facts(): Map<string, ResolvedFact[]> {
    return (this.groupsOnce ??= groupsOf(this.atFirst));
  }

  /**
   * Adds a fact that was recorded after all others. The work is that of comparing it with the values that stand: what
   * became of the others is known.
   *
   * @returns `null` where something else may become of them: then the selection is in no defined state
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
   * Tells a fact again that is folded and says what it said.
   *
   * @param place of the account that is new, or says something else
   * @returns false where something else may become of others
   */
  retell(before: ResolvedFact, fact: ResolvedFact, place: number): boolean {
    const key = groupOf(fact);
    const own = this.facts.get(key) ?? [];
    const group = this.groups.get(key);
    const n = firstWhere(own, (other) => compareInFoldOrder(other, before) >= 0);
    if (own[n] !== before) return false;
    own[n] = fact;
    return group?.retell(before, fact, place) ?? true;
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

/** The facts of one type and named date. */
class DateGroup {
  private readonly steps = new Map<string, Steps>();
  private readonly standing = new Map<string, StandingValues>();
  /** In fold order. */
  private losers: ResolvedFact[] = [];
  private readonly leftOut = new Map<string, OverruledFacts>();
  /** Of the losers. */
  private readonly losingPublishers = new Set<string>();
  /** By property. */
  private readonly losing = new Map<string, LosingValues>();
  /** By property: the winners' values that all losers contradict. */
  private readonly opposed = new Map<string, Set<string>>();
  /** What is known once facts are added one by one; `null` until then. */
  private soFar: { latest: number; isConfirmed: boolean; winningPublishers: Set<string | null> } | null = null;

  /** @param facts in fold order */
  constructor(
    private readonly view: AnyView,
    private readonly facts: ResolvedFact[],
  ) {}

  /** Of winners with losers. */
  get comparisons(): number {
    let sum = 0;
    for (const { facts } of this.leftOut.values()) sum += facts.length;
    return sum;
  }

  /** Adds the positions of the facts that lose, and for each winner the facts that it contradicts. */
  select(out: Set<number>, leftOut: Map<number, OverruledFacts>): void {
    const winners: ResolvedFact[] = [];
    for (const fact of [...this.facts].sort(winnersFirst)) {
      if (this.losesTo(fact)) out.add(fact.position);
      else {
        winners.push(fact);
        this.stand(fact);
      }
    }
    if (winners.length === this.facts.length) return;
    this.losers = this.facts.filter(({ position }) => out.has(position));
    for (const fact of this.losers) this.losingPublishers.add(publisherOf(fact) ?? '');
    for (const winner of winners.sort(compareInFoldOrder)) {
      const against = this.leftOutFor(winner);
      if (against.facts.length > 0) leftOut.set(winner.position, against);
    }
  }

  /**
   * As in `Selection`. What the others became stays as it is: the work is that of comparing one fact with the values
   * that stand.
   */
  add(fact: ResolvedFact): Verdict | null {
    const soFar = (this.soFar ??= this.lookBack());
    if (fact.accounts.length > 1 || fact.position < soFar.latest) return null;
    if (fact.certainty === 'confirmed' && !soFar.isConfirmed) return null;
    soFar.latest = fact.position;
    soFar.isConfirmed &&= fact.certainty === 'confirmed';
    insertInOrder(this.facts, fact);
    for (const steps of this.steps.values()) if (!steps.add(fact) && this.losers.length > 0) return null;
    const publisher = publisherOf(fact);
    if (!this.losesTo(fact)) {
      this.stand(fact);
      soFar.winningPublishers.add(publisher);
      const leftOut = this.losers.length > 0 ? this.leftOutFor(fact) : null;
      return { folded: true, leftOut: leftOut && leftOut.facts.length > 0 ? leftOut : null };
    }
    // The first that loses; or one whose publisher also won: the disputes of those winners are told apart by it.
    if (this.losers.length === 0 || soFar.winningPublishers.has(publisher) || !this.contradictsAll(fact)) return null;
    insertInOrder(this.losers, fact);
    for (const [property, losing] of this.losing) losing.add(fact, property);
    this.losingPublishers.add(publisher ?? '');
    const assertions = assertionsOf(this.view, fact);
    const against: OverruledFacts[] = [];
    for (const one of this.leftOut.values()) {
      if (!this.contradicts(assertionsOf(this.view, one.winners[0] as ResolvedFact), assertions)) continue;
      if (one.facts.length === 0) return null;
      insertInOrder(one.facts, fact);
      if (publisher !== null) one.publishers.add(publisher);
      against.push(one);
    }
    return { folded: false, against };
  }

  /** As in `Selection`. */
  retell(before: ResolvedFact, fact: ResolvedFact, place: number): boolean {
    // Of steps nothing can be taken back.
    if (this.losers.length > 0 || (before.accounts[place] && this.steps.size > 0)) return false;
    for (const steps of this.steps.values()) steps.add(fact);
    this.soFar?.winningPublishers.add(fact.accounts[place]?.publisher ?? null);
    return true;
  }

  private lookBack(): NonNullable<DateGroup['soFar']> {
    const lost = new Set(this.losers.map(({ position }) => position));
    const winners = this.facts.filter(({ position }) => !lost.has(position));
    // One that was not contestable so far.
    if (this.standing.size === 0) for (const fact of winners) this.stand(fact);
    return {
      latest: this.facts.reduce((latest, { position }) => Math.max(latest, position), 0),
      isConfirmed: this.facts.every(({ certainty }) => certainty === 'confirmed'),
      winningPublishers: new Set(winners.flatMap(({ accounts }) => accounts.map((one) => one.publisher))),
    };
  }

  private leftOutFor(winner: ResolvedFact): OverruledFacts {
    const publisher = publisherOf(winner);
    const assertions = assertionsOf(this.view, winner);
    const text = publisher !== null && this.losingPublishers.has(publisher) ? publisher : '';
    const saying =
      text === ''
        ? [...assertions.byProperty].map(([property, one]) => this.standsAgainst(property, one))
        : [assertions.text];
    const key = [groupOf(winner), winner.certainty === 'confirmed' ? 'confirmed' : '', text, ...saying].join('\u0003');
    let against = this.leftOut.get(key);
    if (!against) {
      const facts = this.losers.filter(
        (fact) => publisherOf(fact) !== publisher && this.contradicts(assertions, assertionsOf(this.view, fact)),
      );
      const publishers = new Set(facts.flatMap(({ accounts }) => accounts.flatMap((one) => one.publisher ?? [])));
      against = { facts, key, publishers, winners: [] };
      this.leftOut.set(key, against);
    }
    insertInOrder(against.winners, winner);
    return against;
  }

  /**
   * The same for two values of a property that stand against the same losers: if they are equal, or if every loser that
   * speaks of the property contradicts them, since none tells the same, and nobody who tells the same tells what a
   * loser does. The steps of one publisher, against all others, are such values.
   */
  private standsAgainst(property: string, assertion: Assertion): string {
    if (!isKnown(assertion) || this.losingOf(property).agreesWith(assertion, this.stepsOf(property)))
      return `${property}\u0002${assertion.key}`;
    const keys = this.opposed.get(property) ?? new Set();
    this.opposed.set(property, keys.add(assertion.key));
    return property;
  }

  /**
   * Whether one more loser contradicts all values that all others contradict, as far as it speaks of their properties.
   */
  private contradictsAll(fact: ResolvedFact): boolean {
    for (const [property, opposed] of this.opposed) {
      const assertion = assertionsOf(this.view, fact).byProperty.get(property);
      if (!isKnown(assertion)) continue;
      if (opposed.has(assertion.key)) return false;
      const steps = this.stepsOf(property);
      const tellers = this.losingOf(property).has(assertion) ? [] : steps.tellersOf(assertion.key);
      for (const publisher of [publisherOf(fact), ...tellers])
        for (const key of steps.toldBy(publisher)) if (opposed.has(key)) return false;
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

  /** Whether a fact contradicts one that stands, of another publisher. */
  private losesTo(fact: ResolvedFact): boolean {
    const publisher = publisherOf(fact);
    for (const [property, own] of assertionsOf(this.view, fact).byProperty) {
      const standing = own.parts && this.standing.get(property);
      if (standing && standing.contradict(own, publisher, () => this.stepsOf(property))) return true;
    }
    return false;
  }

  private stand(fact: ResolvedFact): void {
    const publisher = publisherOf(fact);
    for (const [property, own] of assertionsOf(this.view, fact).byProperty) {
      if (!own.parts) continue;
      const values = this.standing.get(property) ?? new StandingValues();
      this.standing.set(property, values);
      values.add(own, publisher);
    }
  }

  private stepsOf(property: string): Steps {
    const steps = this.steps.get(property) ?? new Steps(this.view, this.facts, property);
    this.steps.set(property, steps);
    return steps;
  }
}

function winnersFirst(a: ResolvedFact, b: ResolvedFact): number {
  return Number(b.certainty === 'confirmed') - Number(a.certainty === 'confirmed') || a.position - b.position;
}

/** What the accounts of the facts that were left out say of one property. */
class LosingValues {
  private readonly keys = new Set<string>();
  /** By publisher: whether it told one of them, wherever. */
  private readonly toldBy = new Map<string, boolean>();

  constructor(private readonly view: AnyView) {}

  add({ type, accounts }: ResolvedFact, property: string): void {
    for (const account of accounts) {
      const assertion =
        account.certainty === 'claimed'
          ? undefined
          : assertionsOfAccount(this.view, type, account).byProperty.get(property);
      if (isKnown(assertion)) this.keys.add(assertion.key);
    }
    this.toldBy.clear();
  }

  has({ key }: Assertion): boolean {
    return this.keys.has(key);
  }

  /** Whether one of them may agree with a value that stands, or be a step from it. */
  agreesWith(one: Assertion, steps: Steps): boolean {
    return (
      steps.isVague || this.has(one) || steps.tellersOf(one.key).some((publisher) => this.isToldBy(publisher, steps))
    );
  }

  private isToldBy(publisher: string, steps: Steps): boolean {
    const known = this.toldBy.get(publisher);
    if (known !== undefined) return known;
    let isTold = false;
    for (const key of steps.toldBy(publisher)) isTold ||= this.keys.has(key);
    this.toldBy.set(publisher, isTold);
    return isTold;
  }
}

/** The values of one property that stand: those of one publisher apart from those of several. */
class StandingValues {
  private readonly publishers = new Map<string, string | null>();
  private readonly ofOne = new Map<string | null, Map<string, Assertion>>();
  private readonly ofSeveral = new Map<string, Assertion>();

  add(value: Assertion, publisher: string | null): void {
    const { key } = value;
    if (this.ofSeveral.has(key)) return;
    const first = this.publishers.get(key);
    if (first === publisher && this.publishers.has(key)) return;
    if (this.publishers.has(key)) {
      this.ofOne.get(first ?? null)?.delete(key);
      this.ofSeveral.set(key, value);
      return;
    }
    this.publishers.set(key, publisher);
    const own = this.ofOne.get(publisher) ?? new Map<string, Assertion>();
    this.ofOne.set(publisher, own);
    own.set(key, value);
  }

  /** Whether some value of another publisher contradicts this one, and the two are no steps. */
  contradict(own: Assertion, publisher: string | null, steps: () => Steps): boolean {
    const isAgainst = (other: Assertion): boolean => contradict(own, other) && !steps().include(own, other);
    for (const other of this.ofSeveral.values()) if (isAgainst(other)) return true;
    for (const [teller, values] of this.ofOne) {
      // Whoever told this value too took steps from each of its values to it.
      if (teller === publisher || (values.size > 1 && teller !== null && steps().hasTold(teller, own))) continue;
      for (const other of values.values()) if (isAgainst(other)) return true;
    }
    return false;
  }
}

/**
 * Which values of a property one publisher told on the date: those are its steps, and contradict each other for nobody.
 */
class Steps {
  /** By value who told it, of the publishers that told several. */
  private readonly tellers = new Map<string, Set<string>>();
  private readonly told = new Map<string, Map<string, Assertion>>();
  private readonly distinct = new Set<string>();
  private readonly values = new ValueIndex();
  /** Two different values agree: one may agree with two that contradict each other. */
  private vague = false;

  constructor(
    private readonly view: AnyView,
    facts: readonly ResolvedFact[],
    private readonly property: string,
  ) {
    for (const fact of facts) this.add(fact);
  }

  /** Adds what the accounts of a fact say. @returns false where two values that were told before may be steps now */
  add({ type, accounts }: ResolvedFact): boolean {
    let isSame = true;
    for (const account of accounts) isSame = this.addAccount(type, account) && isSame;
    return isSame;
  }

  private addAccount(type: string, account: ResolvedAccount): boolean {
    const assertion =
      account.certainty === 'claimed'
        ? undefined
        : assertionsOfAccount(this.view, type, account).byProperty.get(this.property);
    if (!isKnown(assertion)) return true;
    const { publisher } = account;
    const isNew = !this.distinct.has(assertion.key);
    if (isNew) {
      this.distinct.add(assertion.key);
      this.vague ||= this.values.firstAgreeing(assertion) !== -1;
      this.values.add(assertion);
    }
    if (publisher === null) return !this.vague;
    const own = this.told.get(publisher) ?? new Map<string, Assertion>();
    this.told.set(publisher, own);
    if (own.has(assertion.key)) return true;
    own.set(assertion.key, assertion);
    if (own.size === 1) return !this.vague;
    for (const key of own.size === 2 ? own.keys() : [assertion.key]) {
      const tellers = this.tellers.get(key) ?? new Set<string>();
      this.tellers.set(key, tellers);
      tellers.add(publisher);
    }
    return isNew && !this.vague;
  }

  /** Two different values agree. */
  get isVague(): boolean {
    return this.vague;
  }

  /** Those who told a value and others beside it. */
  tellersOf(key: string): string[] {
    return [...(this.tellers.get(key) ?? [])];
  }

  /** The keys of the values that a publisher told. */
  toldBy(publisher: string | null): Iterable<string> {
    return (publisher !== null && this.told.get(publisher)?.keys()) || [];
  }

  hasTold(publisher: string, { key }: Assertion): boolean {
    return this.told.get(publisher)?.has(key) ?? false;
  }

  /** Whether one publisher told both of two values. */
  include(a: Assertion, b: Assertion): boolean {
    if (this.vague) return [...this.told.values()].some((values) => tells(values, a) && tells(values, b));
    const [one, other] = [this.tellers.get(a.key), this.tellers.get(b.key)];
    if (!one || !other) return false;
    const [fewer, more] = one.size < other.size ? [one, other] : [other, one];
    for (const publisher of fewer) if (more.has(publisher)) return true;
    return false;
  }
}

function tells(values: ReadonlyMap<string, Assertion>, { key, parts }: Assertion): boolean {
  if (values.has(key)) return true;
  for (const value of values.values()) if (value.parts && parts && partsAgree(value.parts, parts)) return true;
  return false;
}
