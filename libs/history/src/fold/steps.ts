import type { AnyView } from '#views/define-view.js';
import type { ResolvedAccount, ResolvedFact } from '../facts/resolved-fact.js';
import { assertionsOfAccount, isKnown, type Assertion } from './assertions.js';
import { partsAgree, ValueIndex } from './value-parts.js';

/**
 * The values of one property that each publisher gave on a date. Several values of one publisher are steps: they do not
 * contradict each other, whoever gives them.
 */
export class Steps {
  /** By key of a value: the publishers that gave it and other values too. */
  private readonly givers = new Map<string, Set<string>>();
  private readonly byPublisher = new Map<string, Map<string, Assertion>>();
  private readonly distinct = new Set<string>();
  private readonly values = new ValueIndex();
  /** Some two different values agree, so a value may agree with two that contradict each other. */
  private vague = false;

  constructor(
    private readonly view: AnyView,
    facts: readonly ResolvedFact[],
    private readonly property: string,
  ) {
    for (const fact of facts) this.add(fact);
  }

  /** Adds the accounts of a fact. @returns false where two values that were given before may be steps now */
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
    const own = this.byPublisher.get(publisher) ?? new Map<string, Assertion>();
    this.byPublisher.set(publisher, own);
    if (own.has(assertion.key)) return true;
    own.set(assertion.key, assertion);
    if (own.size === 1) return !this.vague;
    for (const key of own.size === 2 ? own.keys() : [assertion.key]) {
      const givers = this.givers.get(key) ?? new Set<string>();
      this.givers.set(key, givers);
      givers.add(publisher);
    }
    return isNew && !this.vague;
  }

  /** Whether some two different values agree. */
  get isVague(): boolean {
    return this.vague;
  }

  /** The publishers that gave a value and other values too. */
  publishersOf(key: string): string[] {
    return [...(this.givers.get(key) ?? [])];
  }

  /** The keys of the values that a publisher gave. */
  keysOf(publisher: string | null): Iterable<string> {
    return (publisher !== null && this.byPublisher.get(publisher)?.keys()) || [];
  }

  hasGiven(publisher: string, { key }: Assertion): boolean {
    return this.byPublisher.get(publisher)?.has(key) ?? false;
  }

  /** Whether one publisher gave both of two values. */
  include(a: Assertion, b: Assertion): boolean {
    if (this.vague) return [...this.byPublisher.values()].some((values) => gives(values, a) && gives(values, b));
    const [one, other] = [this.givers.get(a.key), this.givers.get(b.key)];
    if (!one || !other) return false;
    const [fewer, more] = one.size < other.size ? [one, other] : [other, one];
    for (const publisher of fewer) if (more.has(publisher)) return true;
    return false;
  }
}

function gives(values: ReadonlyMap<string, Assertion>, { key, parts }: Assertion): boolean {
  if (values.has(key)) return true;
  for (const value of values.values()) if (value.parts && parts && partsAgree(value.parts, parts)) return true;
  return false;
}
