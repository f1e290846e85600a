import { canonicalJson } from '#catalogue/canonical-json.js';
import { periodsOverlap } from './overlap.js';
import type { ResolvedAccount, ResolvedFact } from './resolved-fact.js';

const DAY = 86_400_000_000;

/** From when to when a fact matters for the order of others. Microseconds since the epoch. */
export interface Influence {
  /** The earliest start of its period, and of those of accounts that may contradict it. */
  start: number;
  /** The start of the UTC day of that. */
  firstDay: number;
  /**
   * The latest end of such a period. Instants count to the end of their UTC day: facts of one day may have to be told
   * together.
   */
  end: number;
}

const spans = new WeakMap<ResolvedFact, Influence>();

export function influenceOf(fact: ResolvedFact): Influence {
  // Of one account it is computed faster than looked up.
  if (fact.accounts.length === 1) return spanOfAccounts(fact);
  const known = spans.get(fact);
  if (known) return known;
  const span = spanOfAccounts(fact);
  spans.set(fact, span);
  return span;
}

function spanOfAccounts(fact: ResolvedFact): Influence {
  let [start, end] = [fact.period.from, fact.period.to];
  for (const account of fact.accounts) {
    const { from, to } = account.period;
    if ((from >= start && to <= end) || !mayContradict(fact, account)) continue;
    [start, end] = [Math.min(start, from), Math.max(end, to)];
  }
  return { start, firstDay: startOfDay(start), end: Math.ceil(end / DAY) * DAY };
}

/** Where a fact begins to matter. */
export const influenceStart = (fact: ResolvedFact): number => influenceOf(fact).start;

/** Where it stops to matter. */
export const influenceEnd = (fact: ResolvedFact): number => influenceOf(fact).end;

/** From where to where some facts matter. */
export function influenceSpan(facts: readonly ResolvedFact[]): { from: number; to: number } {
  let [from, to] = [Infinity, -Infinity];
  for (const fact of facts) {
    const { start, end } = influenceOf(fact);
    [from, to] = [Math.min(from, start), Math.max(to, end)];
  }
  return { from, to };
}

/**
 * One that tells the same with a date that can be the same, "in March", changes nothing; nor does a claim beside a
 * report.
 */
function mayContradict(fact: ResolvedFact, account: ResolvedAccount): boolean {
  if (account.certainty === 'claimed') return false;
  return !periodsOverlap(account, fact) || !saysTheSame(account.data, fact.data);
}

const texts = new WeakMap<object, string>();

function saysTheSame(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  return a === b || textOf(a) === textOf(b);
}

function textOf(data: Record<string, unknown>): string {
  const known = texts.get(data);
  if (known !== undefined) return known;
  const text = canonicalJson(data);
  texts.set(data, text);
  return text;
}

/** The start of a date's UTC day: facts of one day may be told together, whichever of them is first. */
export const startOfDay = (date: number): number => Math.floor(date / DAY) * DAY;
