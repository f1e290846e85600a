import type { ToldFact } from './told-fact.js';

/** Where a fact begins to matter: the earliest start of a period that one of its accounts gives. */
export function reachOf(fact: ToldFact): number {
  return fact.accounts.reduce((earliest, account) => Math.min(earliest, account.period.from), fact.period.from);
}

const DAY = 86_400_000_000;

/**
 * Where it stops to matter for the order of others: the latest end of such a period. Instants count to the end of their UTC day, since facts of
 * one day may have to be told together.
 */
export function endOf(fact: ToldFact): number {
  const latest = fact.accounts.reduce((end, account) => Math.max(end, account.period.to), fact.period.to);
  return Math.ceil(latest / DAY) * DAY;
}

/** The start of a date's UTC day: facts of one day may be told together, whichever of them is first. */
export const dayOf = (date: number): number => Math.floor(date / DAY) * DAY;
