import type { Period } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';
import { overlap } from '../facts/overlap.js';
import { inFoldOrder, type ToldAccount, type ToldFact } from '../facts/told-fact.js';
import { conflicts } from './same-date.js';
import { saidBy, saidByAccount, type Said } from './said-properties.js';

/** What one account says. */
export interface Telling {
  account: ToldAccount;
  said: Said;
}

/** A telling that contradicts the one that won: an account of the same fact, or a fact of the same date that was left out for it. */
export interface Candidate {
  /** What would be in force in the winner's place, and from when on. */
  said: Said;
  occurredAt: string;
  period: Period;
  /** Of the fact that it is told of. Accounts of one fact that begin together stay in the order of their places. */
  position: number;
  /** The one account; of a fact that was left out, those that are no claims. */
  tellings: Telling[];
  leftOut: boolean;
  /** It gives another date. */
  date: boolean;
  /** The properties of which it gives another value. */
  values: string[];
  /** It could still be right: not settled by a winner that is confirmed. */
  open: boolean;
}

/** What contradicts a fact, in fold order. `leftOut`: the facts that it won over. Claims contradict nothing. */
export function candidatesOf(view: AnyView, fact: ToldFact, leftOut: readonly ToldFact[]): Candidate[] {
  if (fact.accounts.length < 2 && leftOut.length === 0) return [];
  const winner = saidBy(view, fact);
  const isOpen = ({ certainty }: ToldAccount | ToldFact): boolean => fact.certainty !== 'confirmed' || certainty === 'confirmed';
  const ofAccounts = tellingsOf(view, fact)
    .slice(1)
    .map(({ account, said }): Candidate => {
      const { occurredAt, period } = account;
      const [date, values] = [!overlap(account, fact), conflicts(view, winner, said)];
      const tellings = [{ account, said }];
      return { said, occurredAt, period, position: fact.position, tellings, leftOut: false, date, values, open: isOpen(account) };
    });
  const ofFacts = leftOut.map((other): Candidate => {
    const { occurredAt, period, position } = other;
    const said = saidBy(view, other);
    const [tellings, values] = [tellingsOf(view, other), conflicts(view, winner, said)];
    return { said, occurredAt, period, position, tellings, leftOut: true, date: false, values, open: isOpen(other) };
  });
  return [...ofAccounts, ...ofFacts].filter((one) => one.date || one.values.length > 0).sort(inFoldOrder);
}

/** What each account of a fact says that is no claim, the winner first. */
export const tellingsOf = (view: AnyView, fact: ToldFact): Telling[] =>
  fact.accounts
    .filter((account) => account.certainty !== 'claimed')
    .map((account) => ({ account, said: saidByAccount(view, fact, account) }));
