import type { AnyView } from '#views/define-view.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import { assertionsOfAccount, contradict, isKnown, type Assertion } from './assertions.js';
import type { Steps } from './steps.js';

/** The values of one property that the accounts of the losing facts of a date group give. */
export class LosingValues {
  private readonly keys = new Set<string>();
  /** By publisher: whether it gave one of these values, in whichever fact. */
  private readonly givenBy = new Map<string, boolean>();

  constructor(private readonly view: AnyView) {}

  add({ type, accounts }: ResolvedFact, property: string): void {
    for (const account of accounts) {
      const assertion =
        account.certainty === 'claimed'
          ? undefined
          : assertionsOfAccount(this.view, type, account).byProperty.get(property);
      if (isKnown(assertion)) this.keys.add(assertion.key);
    }
    this.givenBy.clear();
  }

  has({ key }: Assertion): boolean {
    return this.keys.has(key);
  }

  /** Whether one of these values may agree with a winning value, or be a step from it. */
  agreesWith(one: Assertion, steps: Steps): boolean {
    return (
      steps.isVague ||
      this.has(one) ||
      steps.publishersOf(one.key).some((publisher) => this.isGivenBy(publisher, steps))
    );
  }

  private isGivenBy(publisher: string, steps: Steps): boolean {
    const known = this.givenBy.get(publisher);
    if (known !== undefined) return known;
    let isGiven = false;
    for (const key of steps.keysOf(publisher)) isGiven ||= this.keys.has(key);
    this.givenBy.set(publisher, isGiven);
    return isGiven;
  }
}

/** The values of one property that the winning facts of a date group give. */
export class WinningValues {
  private readonly publishers = new Map<string, string | null>();
  /** By publisher: the values that no other publisher gives. */
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

  /** Whether some value of another publisher contradicts this one, and the two are not steps. */
  contradict(own: Assertion, publisher: string | null, steps: () => Steps): boolean {
    const isAgainst = (other: Assertion): boolean => contradict(own, other) && !steps().include(own, other);
    for (const other of this.ofSeveral.values()) if (isAgainst(other)) return true;
    for (const [giver, values] of this.ofOne) {
      // A publisher that gave this value too took steps from each of its values to this one.
      if (giver === publisher || (values.size > 1 && giver !== null && steps().hasGiven(giver, own))) continue;
      for (const other of values.values()) if (isAgainst(other)) return true;
    }
    return false;
  }
}
