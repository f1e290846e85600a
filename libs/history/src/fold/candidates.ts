import type { Period } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';
import { compareInFoldOrder, periodsOverlap, type ResolvedAccount, type ResolvedFact } from '../facts/resolved-fact.js';
import { assertionsOf, assertionsOfAccount, contradictions, type Assertions } from './assertions.js';

/** One account, and what it asserts. */
export interface AccountAssertions {
  account: ResolvedAccount;
  assertions: Assertions;
}

/**
 * An alternative to the winner, which it contradicts: another account of the same fact, or a fact of the same date that
 * the winner overruled.
 */
export interface Candidate {
  /** What would be in force if it replaced the winner. */
  assertions: Assertions;
  occurredAt: string;
  period: Period;
  /**
   * The position of its fact. Accounts of one fact that begin together stay in the order in which the fact has them.
   */
  position: number;
  /** The one account; of an overruled fact, all accounts that are not claims. */
  accounts: readonly AccountAssertions[];
  /** Whether it is an overruled fact, not an account of the same fact. */
  isOverruled: boolean;
  /** Whether it gives another date than the winner. */
  date: boolean;
  /** The properties for which it gives another value than the winner. */
  values: string[];
  /** Whether it could still be right: no confirmed winner settles it. */
  isOpen: boolean;
}

/** The last comparison of an account or fact with a winner. */
interface Comparison {
  winner: string;
  candidate: Candidate | null;
}

const comparisons = new WeakMap<AnyView, WeakMap<ResolvedAccount | ResolvedFact, Comparison>>();

/**
 * Compares an account or fact with a winner once.
 *
 * @param winner equal for all winners for which the comparison has the same result
 */
function compareOnce(
  view: AnyView,
  other: ResolvedAccount | ResolvedFact,
  winner: string,
  compare: () => Candidate | null,
): Candidate | null {
  const own = comparisons.get(view) ?? new WeakMap<ResolvedAccount | ResolvedFact, Comparison>();
  comparisons.set(view, own);
  const known = own.get(other);
  if (known?.winner === winner) return known.candidate;
  const candidate = compare();
  own.set(other, { winner, candidate });
  return candidate;
}

/** The accounts of a fact that contradict its winning account, in fold order. Claims contradict nothing. */
export function accountCandidates(view: AnyView, fact: ResolvedFact): Candidate[] {
  if (fact.accounts.length < 2) return [];
  const winner = assertionsOf(view, fact);
  const { from, to } = fact.period;
  const key = `${fact.position} ${fact.occurredAt} ${from} ${to} ${fact.certainty} ${winner.text}`;
  const candidates: Candidate[] = [];
  for (const [n, account] of fact.accounts.entries()) {
    if (n === 0 || account.certainty === 'claimed') continue;
    const candidate = compareOnce(view, account, key, () => accountCandidate(view, fact, winner, account));
    if (candidate) candidates.push(candidate);
  }
  return candidates.sort(compareInFoldOrder);
}

/** The account at a place of a fact as a candidate; `null` where there is none, or it contradicts nothing. */
export function candidateAt(view: AnyView, fact: ResolvedFact, place: number): Candidate | null {
  const account = fact.accounts[place];
  if (!account || place === 0 || account.certainty === 'claimed') return null;
  return accountCandidate(view, fact, assertionsOf(view, fact), account);
}

function accountCandidate(
  view: AnyView,
  fact: ResolvedFact,
  winner: Assertions,
  account: ResolvedAccount,
): Candidate | null {
  const assertions = assertionsOfAccount(view, fact.type, account);
  const [date, values] = [!periodsOverlap(account, fact), contradictions(winner, assertions)];
  if (!date && values.length === 0) return null;
  const { occurredAt, period } = account;
  return {
    assertions,
    occurredAt,
    period,
    position: fact.position,
    accounts: [{ account, assertions }],
    isOverruled: false,
    date,
    values,
    isOpen: couldBeRight(fact, account),
  };
}

/** The facts that a winner overruled, as candidates. Their dates are the same, so they contradict it in a value. */
export function overruledCandidates(
  view: AnyView,
  fact: ResolvedFact,
  overruled: readonly ResolvedFact[],
): Candidate[] {
  const winner = assertionsOf(view, fact);
  const key = `${fact.certainty} ${winner.text}`;
  return overruled.flatMap(
    (other) => compareOnce(view, other, key, () => overruledCandidate(view, fact, winner, other)) ?? [],
  );
}

function overruledCandidate(view: AnyView, fact: ResolvedFact, winner: Assertions, other: ResolvedFact): Candidate {
  const { occurredAt, period, position } = other;
  const assertions = assertionsOf(view, other);
  return {
    assertions,
    occurredAt,
    period,
    position,
    accounts: accountAssertionsOf(view, other),
    isOverruled: true,
    date: false,
    values: contradictions(winner, assertions),
    isOpen: couldBeRight(fact, other),
  };
}

/**
 * The date from which a candidate would be in force in the winner's place: the start of its own period, or of the
 * winner's period if its own contains that. "In August" agrees with "12 August", only less exactly.
 */
export const standsFrom = (winner: Period, { from, to }: Period): number =>
  from <= winner.from && winner.to <= to ? winner.from : from;

const couldBeRight = (fact: ResolvedFact, { certainty }: ResolvedAccount | ResolvedFact): boolean =>
  fact.certainty !== 'confirmed' || certainty === 'confirmed';

const known = new WeakMap<AnyView, WeakMap<ResolvedFact, readonly AccountAssertions[]>>();

/** What each account of a fact asserts, the winner first. Claims are not included. */
export function accountAssertionsOf(view: AnyView, fact: ResolvedFact): readonly AccountAssertions[] {
  const own = known.get(view) ?? new WeakMap<ResolvedFact, readonly AccountAssertions[]>();
  known.set(view, own);
  const before = own.get(fact);
  if (before) return before;
  const accounts = fact.accounts
    .filter((account) => account.certainty !== 'claimed')
    .map((account) => ({ account, assertions: assertionsOfAccount(view, fact.type, account) }));
  own.set(fact, accounts);
  return accounts;
}
