import { canonicalJson } from '#catalogue/canonical-json.js';
import { periodsOverlap, type ResolvedAccount, type ResolvedFact } from './resolved-fact.js';

const DAY = 86_400_000_000;

/** The span in which a fact can affect others. Microseconds since the epoch. */
export interface Influence {
  /** The earliest start of its period and of the periods of accounts that may contradict it. */
  start: number;
  /** The start of the UTC day of `start`. */
  firstDay: number;
  /**
   * The latest end of those periods. An instant counts to the end of its UTC day, because facts of one day may have to
   * be folded together.
   */
  end: number;
}

const spans = new WeakMap<ResolvedFact, Influence>();

export function influenceOf(fact: ResolvedFact): Influence {
  // With one account it is faster to compute than to look up.
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
    if (!mayExtend(fact, account, start, end)) continue;
    [start, end] = [Math.min(start, account.period.from), Math.max(end, account.period.to)];
  }
  return spanOf(start, end);
}

/**
 * Computes the influence of a fact from that of the fact before its last account was added, so that the work does not
 * grow with the number of accounts. The fact must have the same period and data as before.
 */
export function extendInfluence(before: ResolvedFact, fact: ResolvedFact): void {
  const account = fact.accounts.at(-1);
  if (!account) return;
  const known = influenceOf(before);
  const { start, end } = known;
  const { from, to } = account.period;
  const isLonger = mayExtend(fact, account, start, end);
  spans.set(fact, isLonger ? spanOf(Math.min(start, from), Math.max(end, to)) : known);
}

function mayExtend(fact: ResolvedFact, account: ResolvedAccount, start: number, end: number): boolean {
  return !(account.period.from >= start && account.period.to <= end) && mayContradict(fact, account);
}

const spanOf = (start: number, end: number): Influence => ({
  start,
  firstDay: startOfDay(start),
  end: Math.ceil(end / DAY) * DAY,
});

/** Where a fact's influence begins. */
export const influenceStart = (fact: ResolvedFact): number => influenceOf(fact).start;

/** Where a fact's influence ends. */
export const influenceEnd = (fact: ResolvedFact): number => influenceOf(fact).end;

/** From the first start to the last end of the influence of some facts. */
export function influenceSpan(facts: readonly ResolvedFact[]): { from: number; to: number } {
  let [from, to] = [Infinity, -Infinity];
  for (const fact of facts) {
    const { start, end } = influenceOf(fact);
    [from, to] = [Math.min(from, start), Math.max(to, end)];
  }
  return { from, to };
}

/**
 * An account with the same data and a date that can be the same ("in March") contradicts nothing. Nor does a claim
 * contradict a report.
 */
function mayContradict(fact: ResolvedFact, account: ResolvedAccount): boolean {
  if (account.certainty === 'claimed') return false;
  return !periodsOverlap(account, fact) || !isSameData(account.data, fact.data);
}

const texts = new WeakMap<object, string>();

function isSameData(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  return a === b || textOf(a) === textOf(b);
}

function textOf(data: Record<string, unknown>): string {
  const known = texts.get(data);
  if (known !== undefined) return known;
  const text = canonicalJson(data);
  texts.set(data, text);
  return text;
}

/** The start of a date's UTC day. */
export const startOfDay = (date: number): number => Math.floor(date / DAY) * DAY;
