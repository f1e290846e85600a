import { firstWhere } from '../facts/facts-in-order.js';
import { compareInFoldOrder, type ResolvedFact } from '../facts/resolved-fact.js';
import { isKnown, type Assertion } from './assertions.js';
import { addCandidate, removeCandidate } from './candidate-list.js';
import type { AccountAssertions, Candidate } from './candidates.js';
import {
  buildDispute,
  DisputedVersion,
  placeAccounts,
  placeWinnerAccounts,
  type FoundDispute,
  type PlacedAccount,
} from './disputed-version.js';
import type { Dispute } from './row.js';
import { ValueIndex } from './value-parts.js';

/**
 * A dispute about the value of a property. Each account of the fact, and of the facts overruled by it, that gives a
 * value belongs to the first version that it agrees with.
 */
export class ValueDispute implements FoundDispute {
  readonly against: Candidate[];
  private readonly index = new ValueIndex();
  private readonly winner: DisputedVersion;
  /** In fold order of their first candidates. */
  private readonly others: DisputedVersion[] = [];
  /** The versions by key. An account is found by it only where all values give the same parts. */
  private readonly byKey = new Map<string, DisputedVersion>();
  /** The keys of values that agree with no version. */
  private readonly unmatched = new Set<string>();
  open: boolean;

  constructor(
    fact: ResolvedFact,
    readonly property: string,
    own: Assertion,
    accounts: readonly AccountAssertions[],
    candidates: readonly Candidate[],
  ) {
    this.against = candidates.filter((one) => one.values.includes(property));
    this.open = this.against.some((one) => one.isOpen);
    this.winner = new DisputedVersion(fact.occurredAt, own.value, null);
    const versions: DisputedVersion[] = [this.winner];
    const othersIndex = new ValueIndex();
    if (isKnown(own)) this.index.add(own);
    if (isKnown(own)) this.byKey.set(own.key, this.winner);
    for (const candidate of this.against) {
      const assertion = candidate.assertions.byProperty.get(property);
      if (!isKnown(assertion)) continue;
      if (othersIndex.firstAgreeing(assertion) !== -1) {
        const same = this.byKey.get(assertion.key);
        if (same) same.candidates += 1;
        continue;
      }
      othersIndex.add(assertion);
      this.index.add(assertion);
      const version = new DisputedVersion(candidate.occurredAt, assertion.value, candidate);
      this.byKey.set(assertion.key, version);
      this.others.push(version);
      versions.push(version);
    }
    const overruled = candidates.flatMap((other) => (other.isOverruled ? placeAccounts(other) : []));
    for (const one of [...placeWinnerAccounts(fact, accounts), ...overruled]) {
      const assertion = one.assertions.byProperty.get(property);
      if (isKnown(assertion)) this.addAccount(one, assertion.key, versions[this.index.firstAgreeing(assertion)]);
    }
  }

  add(accounts: readonly PlacedAccount[], candidate: Candidate | null): boolean | null {
    const isAgainst = candidate?.values.includes(this.property) ?? false;
    if (candidate && isAgainst && !this.join(candidate)) return null;
    for (const one of accounts) {
      const assertion = one.assertions.byProperty.get(this.property);
      if (!isKnown(assertion)) continue;
      if (!this.index.hasOnly(assertion.mask)) return null;
      this.addAccount(one, assertion.key, this.byKey.get(assertion.key));
    }
    return isAgainst;
  }

  remove(one: PlacedAccount, candidate: Candidate | null): boolean {
    const assertion = one.assertions.byProperty.get(this.property);
    if (!isKnown(assertion)) return true;
    if (!this.index.hasOnly(assertion.mask)) return false;
    const version = this.byKey.get(assertion.key);
    if (version && !version.remove(one)) return false;
    if (!version || !candidate?.values.includes(this.property)) return true;
    const removed = removeCandidate(this.against, candidate);
    if (!removed || this.against.length === 0) return false;
    version.candidates -= 1;
    if (version.candidates === 0) {
      this.others.splice(this.others.indexOf(version), 1);
      this.byKey.delete(assertion.key);
      if (version.accounts.length > 0) this.unmatched.add(assertion.key);
    } else if (version.first === removed) return false;
    this.open = this.against.some((other) => other.isOpen);
    return true;
  }

  /** @param version the version that it agrees with */
  private addAccount(one: PlacedAccount, key: string, version: DisputedVersion | undefined): void {
    if (version) version.add(one);
    else this.unmatched.add(key);
  }

  /** Adds a candidate that contradicts the winner here. @returns false where the dispute has to be computed again */
  private join(one: Candidate): boolean {
    const assertion = one.assertions.byProperty.get(this.property);
    if (!isKnown(assertion) || !this.index.hasOnly(assertion.mask) || this.unmatched.has(assertion.key)) return false;
    addCandidate(this.against, one);
    this.open ||= one.isOpen;
    const same = this.byKey.get(assertion.key);
    if (same) {
      same.candidates += 1;
      return same.first !== null && compareInFoldOrder(same.first, one) <= 0;
    }
    const version = new DisputedVersion(one.occurredAt, assertion.value, one);
    this.byKey.set(assertion.key, version);
    this.others.splice(
      firstWhere(this.others, ({ first }) => first !== null && compareInFoldOrder(first, one) > 0),
      0,
      version,
    );
    return true;
  }

  build(): Dispute {
    return buildDispute({ property: this.property, reason: 'value', open: this.open }, this.winner, this.others);
  }
}
