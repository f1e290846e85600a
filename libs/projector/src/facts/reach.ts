import { isDeepStrictEqual } from 'node:util';
import { overlap } from './overlap.js';
import type { ToldAccount, ToldFact } from './told-fact.js';

/** Where a fact begins to matter: the earliest start of its period, and of those of accounts that may contradict it. */
export function reachOf(fact: ToldFact): number {
  let earliest = fact.period.from;
  for (const account of fact.accounts) if (account.period.from < earliest && mayContradict(fact, account)) earliest = account.period.from;
  return earliest;
}

const DAY = 86_400_000_000;

/**
 * Where it stops to matter for the order of others: the latest end of such a period. Instants count to the end of their UTC day, since facts of
 * one day may have to be told together.
 */
export function endOf(fact: ToldFact): number {
  let latest = fact.period.to;
  for (const account of fact.accounts) if (account.period.to > latest && mayContradict(fact, account)) latest = account.period.to;
  return Math.ceil(latest / DAY) * DAY;
}

/** From where to where some facts matter. */
export const spanOf = (facts: readonly ToldFact[]): { from: number; to: number } => ({
  from: Math.min(...facts.map(reachOf)),
  to: Math.max(...facts.map(endOf)),
});

/** One that tells the same with a date that can be the same, "in March", changes nothing; nor does a claim beside a report. */
function mayContradict(fact: ToldFact, account: ToldAccount): boolean {
  if (account.certainty === 'claimed') return false;
  return !overlap(account, fact) || !isDeepStrictEqual(account.data, fact.data);
}

/** The start of a date's UTC day: facts of one day may be told together, whichever of them is first. */
export const dayOf = (date: number): number => Math.floor(date / DAY) * DAY;
