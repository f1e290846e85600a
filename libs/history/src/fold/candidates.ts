import type { Period } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';
import { periodsOverlap } from '../facts/overlap.js';
import { compareInFoldOrder, type ResolvedAccount, type ResolvedFact } from '../facts/resolved-fact.js';
import { assertionsOf, assertionsOfAccount, contradictions, type Assertions } from './assertions.js';

/** What one account says. */
export interface AccountAssertions {
  account: ResolvedAccount;
  said: Assertions;
}

/**
 * A telling that contradicts the one that won: an account of the same fact, or a fact of the same date that was left
 * out for it.
 */
export interface Candidate {
  /** What would be in force in the winner's place, and from when on. */
  said: Assertions;
  occurredAt: string;
  period: Period;
  /** Of the fact that it is told of. Accounts of one fact that begin together stay in the order of their places. */
  position: number;
  /** The one account; of a fact that was left out, those that are no claims. */
  tellings: readonly AccountAssertions[];
  leftOut: boolean;
  /** It gives another date. */
  date: boolean;
  /** The properties of which it gives another value. */
  values: string[];
  /** It could still be right: not settled by a winner that is confirmed. */
  open: boolean;
}

/** A telling as it stands against a winner; the same again for winners that say the same. */
interface Compared {
  winner: string;
  candidate: Candidate | null;
}

const compared = new WeakMap<AnyView, WeakMap<ResolvedAccount | ResolvedFact, Compared>>();

/**
 * Compares a telling with a winner once.
 * @param winner the same for all winners with which the comparison comes to the same
 */
function compareOnce(
  view: AnyView,
  told: ResolvedAccount | ResolvedFact,
  winner: string,
  compare: () => Candidate | null,
): Candidate | null {
  const own = compared.get(view) ?? new WeakMap<ResolvedAccount | ResolvedFact, Compared>();
  compared.set(view, own);
  const known = own.get(told);
  if (known?.winner === winner) return known.candidate;
  const candidate = compare();
  own.set(told, { winner, candidate });
  return candidate;
}

/** The accounts of a fact that contradict it, in fold order. Claims contradict nothing. */
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

/** What the account at a place contradicts, `null` where nothing, or where there is none. */
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
  const tellings = [{ account, said: assertions }];
  return {
    said: assertions,
    occurredAt,
    period,
    position: fact.position,
    tellings,
    leftOut: false,
    date,
    values,
    open: isOpen(fact, account),
  };
}

/** The facts that a winner won over, as candidates. They contradict it in a value: their dates are the same. */
export function leftOutCandidates(view: AnyView, fact: ResolvedFact, leftOut: readonly ResolvedFact[]): Candidate[] {
  const winner = assertionsOf(view, fact);
  const key = `${fact.certainty} ${winner.text}`;
  return leftOut.flatMap(
    (other) => compareOnce(view, other, key, () => leftOutCandidate(view, fact, winner, other)) ?? [],
  );
}

function leftOutCandidate(view: AnyView, fact: ResolvedFact, winner: Assertions, other: ResolvedFact): Candidate {
  const { occurredAt, period, position } = other;
  const assertions = assertionsOf(view, other);
  const [tellings, values] = [accountAssertionsOf(view, other), contradictions(winner, assertions)];
  return {
    said: assertions,
    occurredAt,
    period,
    position,
    tellings,
    leftOut: true,
    date: false,
    values,
    open: isOpen(fact, other),
  };
}

const isOpen = (fact: ResolvedFact, { certainty }: ResolvedAccount | ResolvedFact): boolean =>
  fact.certainty !== 'confirmed' || certainty === 'confirmed';

const known = new WeakMap<AnyView, WeakMap<ResolvedFact, readonly AccountAssertions[]>>();

/** What each account of a fact says that is no claim, the winner first. */
export function accountAssertionsOf(view: AnyView, fact: ResolvedFact): readonly AccountAssertions[] {
  const own = known.get(view) ?? new WeakMap<ResolvedFact, readonly AccountAssertions[]>();
  known.set(view, own);
  const before = own.get(fact);
  if (before) return before;
  const tellings = fact.accounts
    .filter((account) => account.certainty !== 'claimed')
    .map((account) => ({ account, said: assertionsOfAccount(view, fact.type, account) }));
  own.set(fact, tellings);
  return tellings;
}
