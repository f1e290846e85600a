import type { AnyView } from '#views/define-view.js';
import { startOfDay } from '../facts/influence.js';
import { compareInFoldOrder, type ResolvedAccount, type ResolvedFact } from '../facts/resolved-fact.js';
import { assertionsOf, assertionsOfAccount } from './assertions.js';
import type { AccountAssertions, Candidate } from './candidates.js';
import { DateDispute } from './date-dispute.js';
import { placeAccounts, placeWinnerAccount, type FoundDispute, type PlacedAccount } from './disputed-version.js';
import type { DisputeRecord, OwnCandidate } from './row.js';
import { ValueDispute } from './value-dispute.js';

/**
 * The disputes about a fact: one for each property with two values, and one about its date, under the first property
 * that it sets.
 */
export class FoundDisputes {
  private readonly found: readonly FoundDispute[];
  private recordOnce: DisputeRecord | null = null;
  private lastSharing: { fact: ResolvedFact; own: readonly OwnCandidate[] } | null = null;

  /**
   * @param candidates what contradicts it, in fold order; not empty
   * @param accounts of the fact itself; none where the facts that share the disputes add their own
   */
  constructor(
    private readonly view: AnyView,
    private readonly key: string,
    private fact: ResolvedFact,
    candidates: readonly Candidate[],
    accounts: readonly AccountAssertions[],
  ) {
    const byValue = [...assertionsOf(view, fact).byProperty].flatMap(([property, winner]) => {
      const isAgainst = candidates.some((one) => one.values.includes(property));
      return isAgainst ? [new ValueDispute(fact, property, winner, accounts, candidates)] : [];
    });
    const otherDates = candidates.filter((one) => one.date);
    this.found = otherDates.length === 0 ? byValue : [...byValue, new DateDispute(view, fact, otherDates)];
  }

  /** The fact, or the first of those that share the disputes. */
  get first(): ResolvedFact {
    return this.fact;
  }

  /** The last fact of those that share the disputes; `null` where they are not shared. */
  get last(): ResolvedFact | null {
    return this.lastSharing?.fact ?? null;
  }

  /**
   * Lets one more fact share the disputes.
   *
   * @param own its own version in each dispute
   * @returns the fact that was the last, where the new one comes after it
   */
  share(fact: ResolvedFact, own: readonly OwnCandidate[]): ResolvedFact | null {
    const before = this.last;
    if (before && compareInFoldOrder(before, fact) > 0) return null;
    this.lastSharing = { fact, own };
    this.recordOnce = null;
    return before;
  }

  get properties(): string[] {
    return this.found.map(({ property }) => property);
  }

  /** For each dispute: whether a candidate against the fact could still be right. */
  get open(): boolean[] {
    return this.found.map(({ open }) => open);
  }

  /** For each dispute: the candidates against the fact, in fold order. */
  get against(): Candidate[][] {
    return this.found.map(({ against }) => against);
  }

  get record(): DisputeRecord {
    const { key, fact, lastSharing } = this;
    return (this.recordOnce ??= {
      key,
      day: startOfDay(fact.period.from),
      disputes: this.found.map((one, n) => ({ ...one.build(), ...(lastSharing && { last: lastSharing.own[n] }) })),
    });
  }

  /**
   * Adds an overruled fact.
   *
   * @returns the places of the disputes in which it contradicts the winner, `null` where a dispute is new or has to be
   * computed again
   */
  add(candidate: Candidate): number[] | null {
    return this.join(placeAccounts(candidate), candidate);
  }

  /** Replaces the fact by the same fact, resolved again. */
  replaceFact(fact: ResolvedFact): void {
    this.fact = fact;
    this.recordOnce = null;
  }

  /**
   * Adds the account at a place of the fact.
   *
   * @param candidate that account, where it contradicts the fact
   * @returns as `add`
   */
  addAccount(fact: ResolvedFact, place: number, candidate: Candidate | null): number[] | null {
    return this.join([this.accountAt(fact, place)], candidate);
  }

  /** Removes the account again. @returns false where a dispute has to be computed again */
  removeAccount(fact: ResolvedFact, place: number, candidate: Candidate | null): boolean {
    this.recordOnce = null;
    const account = this.accountAt(fact, place);
    return this.found.every((dispute) => dispute.remove(account, candidate));
  }

  private accountAt(fact: ResolvedFact, place: number): PlacedAccount {
    const account = fact.accounts[place] as ResolvedAccount;
    return placeWinnerAccount({ account, assertions: assertionsOfAccount(this.view, fact.type, account) }, place);
  }

  private join(accounts: readonly PlacedAccount[], candidate: Candidate | null): number[] | null {
    this.recordOnce = null;
    const joined: number[] = [];
    for (const [n, dispute] of this.found.entries()) {
      const isAgainst = dispute.add(accounts, candidate);
      if (isAgainst === null) return null;
      if (isAgainst) joined.push(n);
    }
    return joined.length === (candidate ? candidate.values.length + Number(candidate.date) : 0) ? joined : null;
  }
}
