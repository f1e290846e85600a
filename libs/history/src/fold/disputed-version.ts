import { firstWhere, insertInOrder } from '../facts/facts-in-order.js';
import { compareInFoldOrder, type FoldPlace, type ResolvedFact } from '../facts/resolved-fact.js';
import type { AccountAssertions, Candidate } from './candidates.js';
import { type Dispute, type DisputeCandidate, firstAndLatestOf, MAX_LISTED } from './row.js';

/** An account, and its place among others. */
export interface PlacedAccount extends AccountAssertions, FoldPlace {}

/** The accounts of a candidate, at its place. */
export const placeAccounts = ({ accounts, period, position }: Candidate): PlacedAccount[] =>
  accounts.map(({ account, assertions }) => ({ account, assertions, period, position }));

/** An account of the winner itself: those come before all others, in the order in which the fact has them. */
export const placeWinnerAccount = ({ account, assertions }: AccountAssertions, position: number): PlacedAccount => ({
  account,
  assertions,
  period: BEFORE_ALL,
  position,
});

const BEFORE_ALL = { from: -Infinity };

/** Some accounts of the winner itself, in the order in which the fact has them. */
export function placeWinnerAccounts({ accounts }: ResolvedFact, some: readonly AccountAssertions[]): PlacedAccount[] {
  let position = 0;
  return some.map((one) => {
    while (accounts[position] !== one.account) position += 1;
    return placeWinnerAccount(one, position);
  });
}

/** One dispute, to which further accounts can be added. */
export interface FoundDispute {
  readonly property: string;
  /** In fold order. */
  readonly against: Candidate[];
  readonly open: boolean;
  /**
   * Adds accounts: those of an overruled fact, or one account of the winner itself.
   *
   * @param candidate these accounts as a candidate; `null` where they contradict the winner in no dispute
   * @returns whether they contradict it in this dispute, `null` where the dispute has to be computed again
   */
  add: (accounts: readonly PlacedAccount[], candidate: Candidate | null) => boolean | null;
  /** Removes an account of the winner. @returns false where the dispute has to be computed again */
  remove: (one: PlacedAccount, candidate: Candidate | null) => boolean;
  build: () => Dispute;
}

/** One version of what is disputed, a value or a date, and the accounts that give it. */
export class DisputedVersion {
  readonly accounts: PlacedAccount[] = [];
  /** How many candidates give it. */
  candidates = 1;
  /** `null`: to be found again. */
  private firsts: FirstOfPublishers | null = null;
  private built: DisputeCandidate | null = null;

  /** @param first the first candidate that gives it, `null` for the winner's version */
  constructor(
    readonly occurredAt: string,
    readonly value: unknown,
    readonly first: Candidate | null,
  ) {}

  add(one: PlacedAccount): void {
    insertInOrder(this.accounts, one);
    this.firsts?.add(one);
    this.built = null;
  }

  /** @returns false where it is not there */
  remove(one: PlacedAccount): boolean {
    const place = firstWhere(this.accounts, (other) => compareInFoldOrder(other, one) >= 0);
    if (this.accounts[place]?.account !== one.account) return false;
    this.accounts.splice(place, 1);
    this.firsts = null;
    this.built = null;
    return true;
  }

  /** Only the accounts to be listed are written out. */
  build(): DisputeCandidate {
    if (this.built) return this.built;
    this.firsts ??= new FirstOfPublishers(this.accounts);
    return (this.built = {
      value: this.value ?? null,
      occurredAt: this.occurredAt,
      events: firstAndLatestOf(this.accounts).map(({ account }) => account.event),
      publishers: this.firsts.firstAndLatest(),
      counts: { events: this.accounts.length, publishers: this.firsts.count },
    });
  }
}

/** The publishers of some accounts, in the order of their first accounts. */
class FirstOfPublishers {
  private readonly inOrder: PlacedAccount[] = [];
  private readonly byPublisher = new Map<string, PlacedAccount>();

  /** @param accounts in fold order */
  constructor(accounts: readonly PlacedAccount[]) {
    for (const one of accounts) this.add(one);
  }

  get count(): number {
    return this.inOrder.length;
  }

  add(one: PlacedAccount): void {
    const { publisher } = one.account;
    if (publisher === null) return;
    const before = this.byPublisher.get(publisher);
    if (before && compareInFoldOrder(before, one) <= 0) return;
    if (before) this.inOrder.splice(this.inOrder.indexOf(before), 1);
    this.byPublisher.set(publisher, one);
    insertInOrder(this.inOrder, one);
  }

  firstAndLatest(): string[] {
    return firstAndLatestOf(this.inOrder).flatMap(({ account }) => account.publisher ?? []);
  }
}

/** @param others in fold order; only those to be listed are written out */
export function buildDispute(
  { property, reason, open }: Pick<Dispute, 'property' | 'reason' | 'open'>,
  winner: DisputedVersion,
  others: readonly DisputedVersion[],
): Dispute {
  const candidates = [winner, ...others.slice(1 - MAX_LISTED)].map((version) => version.build());
  return { property, reason, open, candidates, counts: { candidates: 1 + others.length } };
}
