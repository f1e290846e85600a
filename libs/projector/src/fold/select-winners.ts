import type { AnyView } from '#views/define-view.js';
import type { ToldFact } from '../facts/told-fact.js';
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

/** The facts that a winner stands against. Winners that say the same share one object, so that work on it is done once. */
export interface LeftOut {
  /** In fold order. */
  facts: readonly ToldFact[];
  /** The same for winners of a group that say the same: their value disputes differ in their own accounts alone. */
  key: string;
  /** Who published the accounts of the facts. */
  publishers: ReadonlySet<string>;
}

export interface Selection {
  /** What is folded, in the order given. */
  folded: ToldFact[];
  /** What is left out, by the position of the fact that it contradicts. */
  leftOut: ReadonlyMap<number, LeftOut>;
}

/**
 * Facts of one type, on the same named date, of different publishers, that say different values, are one dispute, unless some
 * publisher told both values there: then they are steps. A confirmed one wins, among equals the first recorded; the others are
 * left out whole, and stand against every winner that they contradict.
 *
 * The work grows with the number of facts, not with its square: facts are compared with values that stand, each once.
 *
 * @param facts no claims; in fold order
 */
export function selectWinners(view: AnyView, facts: readonly ToldFact[]): Selection {
  const leftOut = new Map<number, LeftOut>();
  const out = new Set<number>();
  for (const group of contestableGroups(facts)) new DateGroup(view, group).select(out, leftOut);
  return { folded: out.size === 0 ? [...facts] : facts.filter((fact) => !out.has(fact.position)), leftOut };
}

/** Groups of more than one publisher; the others can hold no dispute. */
function contestableGroups(facts: readonly ToldFact[]): ToldFact[][] {
  if (facts.length < 2) return [];
  const groups = new Map<string, ToldFact[]>();
  for (const fact of facts) {
    const key = groupOf(fact);
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return [...groups.values()].filter((group) => {
    const first = publisherOf(group[0] as ToldFact);
    return group.some((fact) => publisherOf(fact) !== first);
  });
}

/** The facts of one type and named date. */
class DateGroup {
  private readonly steps = new Map<string, Steps>();
  private readonly standing = new Map<string, StandingValues>();

  constructor(
    private readonly view: AnyView,
    private readonly facts: readonly ToldFact[],
  ) {}

  /** Adds the positions of the facts that lose, and for each winner the facts that it contradicts. */
  select(out: Set<number>, leftOut: Map<number, LeftOut>): void {
    const winners: ToldFact[] = [];
    const losers: ToldFact[] = [];
    for (const fact of [...this.facts].sort(winnersFirst)) {
      if (this.losesTo(fact)) losers.push(fact);
      else {
        winners.push(fact);
        this.stand(fact);
      }
    }
    if (losers.length === 0) return;
    const lost = new Set(losers.map(({ position }) => position));
    for (const position of lost) out.add(position);
    const left = this.facts.filter(({ position }) => lost.has(position));
    const publishers = new Set(left.flatMap((fact) => publisherOf(fact) ?? []));
    const known = new Map<string, LeftOut>();
    for (const winner of winners) {
      const publisher = publisherOf(winner);
      const said = assertionsOf(this.view, winner);
      const key = `${groupOf(winner)}\u0003${winner.certainty === 'confirmed' ? 'confirmed' : ''}\u0003${publisher !== null && publishers.has(publisher) ? publisher : ''}\u0003${said.text}`;
      const against = known.get(key) ?? this.against(key, publisher, said, left);
      known.set(key, against);
      if (against.facts.length > 0) leftOut.set(winner.position, against);
    }
  }

  private against(key: string, publisher: string | null, said: Assertions, left: readonly ToldFact[]): LeftOut {
    const facts = left.filter((fact) => publisherOf(fact) !== publisher && this.contradicts(said, assertionsOf(this.view, fact)));
    return { facts, key, publishers: new Set(facts.flatMap(({ accounts }) => accounts.flatMap((one) => one.publisher ?? []))) };
  }

  private contradicts(a: Assertions, b: Assertions): boolean {
    for (const [property, one] of a.byProperty) {
      const other = b.byProperty.get(property);
      if (other && contradict(one, other) && !this.stepsOf(property).include(one, other)) return true;
    }
    return false;
  }

  /** Whether a fact contradicts one that stands, of another publisher. */
  private losesTo(fact: ToldFact): boolean {
    const publisher = publisherOf(fact);
    for (const [property, own] of assertionsOf(this.view, fact).byProperty) {
      const standing = own.parts && this.standing.get(property);
      if (standing && standing.contradict(own, publisher, () => this.stepsOf(property))) return true;
    }
    return false;
  }

  private stand(fact: ToldFact): void {
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

function winnersFirst(a: ToldFact, b: ToldFact): number {
  return Number(b.certainty === 'confirmed') - Number(a.certainty === 'confirmed') || a.position - b.position;
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

/** Which values of a property one publisher told on the date: those are its steps, and contradict each other for nobody. */
class Steps {
  /** By value who told it, of the publishers that told several. */
  private readonly tellers = new Map<string, Set<string>>();
  private readonly told = new Map<string, Map<string, Assertion>>();
  /** Two different values agree: one may agree with two that contradict each other. */
  private vague = false;

  constructor(view: AnyView, facts: readonly ToldFact[], property: string) {
    const distinct = new Set<string>();
    const values = new ValueIndex();
    for (const fact of facts) {
      for (const account of fact.accounts) {
        const said = account.certainty === 'claimed' ? undefined : assertionsOfAccount(view, fact.type, account).byProperty.get(property);
        if (!isKnown(said)) continue;
        if (!distinct.has(said.key)) {
          distinct.add(said.key);
          this.vague ||= values.firstAgreeing(said) !== -1;
          values.add(said);
        }
        if (account.publisher === null) continue;
        const own = this.told.get(account.publisher) ?? new Map<string, Assertion>();
        this.told.set(account.publisher, own);
        own.set(said.key, said);
      }
    }
    for (const [publisher, values] of this.told) {
      if (values.size < 2) continue;
      for (const key of values.keys()) {
        const tellers = this.tellers.get(key) ?? new Set<string>();
        this.tellers.set(key, tellers);
        tellers.add(publisher);
      }
    }
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
