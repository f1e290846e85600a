import { formatDay, type Period } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';
import type { ToldAccount, ToldFact } from '../facts/told-fact.js';
import { conflicts } from './same-date.js';
import { saidBy, saidByAccount, type Said } from './said-properties.js';

/** A telling that contradicts the one that won: an account of the same fact, or a fact of the same date that was left out for it. */
export interface Candidate {
  account: ToldAccount;
  /** What would be in force in the winner's place, and from when on. */
  said: Said;
  from: number;
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
  const settles = (account: ToldAccount): boolean => fact.certainty === 'confirmed' && account.certainty !== 'confirmed';
  const accounts = fact.accounts.slice(1).filter((account) => account.certainty !== 'claimed');
  const ofAccounts = accounts.map((account): Candidate => {
    const said = saidByAccount(view, fact, account);
    return {
      account,
      said,
      from: account.period.from,
      date: !overlap(account, fact),
      values: conflicts(view, winner, said),
      open: !settles(account),
    };
  });
  const ofFacts = leftOut.flatMap((other): Candidate[] => {
    const [account] = other.accounts;
    if (!account) return [];
    const said = saidBy(view, other);
    return [{ account, said, from: other.period.from, date: false, values: conflicts(view, winner, said), open: !settles(account) }];
  });
  const contradicting = [...ofAccounts, ...ofFacts].filter((one) => one.date || one.values.length > 0);
  return contradicting.sort((a, b) => a.from - b.from || a.account.position - b.account.position);
}

/** Whether two dates can be the same. A day and an instant also where the day is the instant's date in its own offset. */
export function overlap(a: { occurredAt: string; period: Period }, b: { occurredAt: string; period: Period }): boolean {
  if (a.period.from < b.period.to && b.period.from < a.period.to) return true;
  return isDayOf(a, b) || isDayOf(b, a);
}

function isDayOf(day: { occurredAt: string; period: Period }, instant: { occurredAt: string; period: Period }): boolean {
  if (day.period.precision !== 'day' || instant.period.precision !== 'instant') return false;
  return day.occurredAt === instant.occurredAt.slice(0, 10) || day.occurredAt === formatDay(instant.period.from);
}
