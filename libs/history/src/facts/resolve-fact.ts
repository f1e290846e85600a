import type { Period } from '#catalogue/values/reduced-date.js';
import type { Account, FactState } from './fact-state.js';
import { extendInfluence } from './influence.js';
import { EVER_PUBLISHED, type PressTime } from './published-by.js';
import { accountCounts, resolveAccount, retractionCounts } from './resolve-account.js';
import type { ResolvedAccount, ResolvedFact } from './resolved-fact.js';

/**
 * Resolves a fact from its accounts. `null` where it is withdrawn, or where nothing of it had been published.
 *
 * @param press the point of the press's clock; by default all that was ever published counts
 */
export function resolveFact(state: FactState, press: PressTime = EVER_PUBLISHED): ResolvedFact | null {
  if (press.reportedAsOf !== Infinity) return resolveAt(state, press);
  const known = resolvedFacts.get(state);
  if (known !== undefined) return known;
  const resolved = resolveAt(state, EVER_PUBLISHED);
  resolvedFacts.set(state, resolved);
  return resolved;
}

/**
 * Resolves a fact after one more event, from everything published. Where the event only added an account, that account
 * is added to what was resolved before, so the work does not grow with the number of accounts.
 */
export function resolveAfterEvent(before: FactState | null, state: FactState): ResolvedFact | null {
  const resolved = before && resolvedFacts.get(before);
  const next = resolved && before && withOneMore(resolved, before, state);
  if (next) resolvedFacts.set(state, next);
  return resolveFact(state);
}

/** @returns `null` where more changes than that one account is added */
function withOneMore(resolved: ResolvedFact, before: FactState, state: FactState): ResolvedFact | null {
  const account = state.accounts.at(-1);
  const isOneMore =
    state.accounts.length === before.accounts.length + 1 &&
    state.corrections.length === before.corrections.length &&
    state.retractions.length === before.retractions.length;
  const publisher = account?.source?.publisher ?? null;
  if (!account || !isOneMore || (publisher !== null && resolved.accounts.some((one) => one.publisher === publisher)))
    return null;
  const other = resolveAccount(state, account, EVER_PUBLISHED);
  const changesTheWinner =
    (resolved.claim && other.certainty !== 'claimed') ||
    (other.certainty === 'confirmed' && resolved.certainty !== 'confirmed');
  if (changesTheWinner) return null;
  const { occurredAt, period } = resolved.claim ? resolved : narrowed(resolved, [other]);
  const next = { ...resolved, occurredAt, period, accounts: [...resolved.accounts, other] };
  if (period === resolved.period) extendInfluence(resolved, next);
  return next;
}

/** A fact state is never changed, so each is resolved once. */
const resolvedFacts = new WeakMap<FactState, ResolvedFact | null>();

function resolveAt(state: FactState, press: PressTime): ResolvedFact | null {
  const withdrawn = new Set(state.retractions.filter((one) => retractionCounts(one, press)).map((one) => one.target));
  if (withdrawn.has(state.id)) return null;
  const counting = state.accounts.filter(
    (account) => !withdrawn.has(account.id) && accountCounts(state, account, press),
  );
  const accounts = latestOfEachPublisher(counting).map((account) => resolveAccount(state, account, press));
  const [first] = accounts;
  if (!first) return null;
  const winner = winnerOf(accounts);
  const main = winner ?? first;
  const others = accounts.filter((account) => account !== main);
  const { occurredAt, period } = winner ? narrowed(winner, others) : first;
  return {
    id: state.id,
    type: state.type,
    story: state.story,
    position: state.position,
    claim: winner === null,
    by: main.source?.attributedTo ?? main.publisher,
    occurredAt,
    period,
    data: main.data,
    certainty: main.certainty,
    accounts: [main, ...others],
  };
}

/** Resolves a withdrawn fact as if it had not been withdrawn. */
export function resolveRetracted(state: FactState, press: PressTime = EVER_PUBLISHED): ResolvedFact | null {
  const retractions = state.retractions.filter((one) => one.target !== state.id);
  return resolveFact({ ...state, retractions }, press);
}

/**
 * One account of a fact as it stands, with all of its corrections, whether or not it counts; `null` where the fact has
 * no such account.
 *
 * @param event the event that gave it
 */
export function accountAsItStands(state: FactState, event: string): ResolvedAccount | null {
  const account = state.accounts.find(({ id }) => id === event);
  return account ? resolveAccount(state, account, EVER_PUBLISHED) : null;
}

/** A publisher's later account replaces its earlier one, and keeps that one's place. */
function latestOfEachPublisher(accounts: readonly Account[]): Account[] {
  const places = new Map<string, Account>();
  for (const account of accounts) places.set(accountHolder(account), account);
  return [...places.values()];
}

/** Whose account it is: the publisher's. An account without a source is its own holder, so it replaces no other. */
export const accountHolder = ({ id, source }: Account): string => source?.publisher ?? id;

/** `confirmed` wins over `reported`; among equals, the first recorded wins. Claims do not win. */
function winnerOf(accounts: readonly ResolvedAccount[]): ResolvedAccount | null {
  return (
    accounts.find((account) => account.certainty === 'confirmed') ??
    accounts.find((account) => account.certainty === 'reported') ??
    null
  );
}

/**
 * The winner's date, narrowed by each further account whose period lies within it: `2025-08`, then `2025-08-11`. Claims
 * do not narrow it.
 */
function narrowed(
  winner: Pick<ResolvedAccount, 'occurredAt' | 'period'>,
  others: readonly ResolvedAccount[],
): { occurredAt: string; period: Period } {
  let { occurredAt, period } = winner;
  for (const other of others) {
    if (other.certainty === 'claimed' || !within(other.period, period)) continue;
    ({ occurredAt, period } = other);
  }
  return { occurredAt, period };
}

const within = (inner: Period, outer: Period): boolean =>
  inner.from >= outer.from && inner.to <= outer.to && inner.to - inner.from < outer.to - outer.from;
