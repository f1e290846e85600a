import { periodOf, type Period } from '#catalogue/values/reduced-date.js';
import type { Certainty, EventSource } from '#log/event.js';
import { correctionsOf, effectiveCorrections, type CorrectedFields } from './effective-corrections.js';
import type { Account, Correction, FactState } from './fact-state.js';
import { isPublishedBy } from './published-by.js';
import type { ResolvedAccount, ResolvedFact } from './resolved-fact.js';

/**
 * A fact as its accounts tell it, or `null` where it is withdrawn, or where nothing of it had been published.
 *
 * @param reportedAsOf microseconds since the epoch, inclusive; `Infinity`: whatever was ever published
 */
export function resolveFact(form: FactState, reportedAsOf = Infinity): ResolvedFact | null {
  if (reportedAsOf !== Infinity) return tell(form, reportedAsOf);
  const known = toldOnce.get(form);
  if (known !== undefined) return known;
  const resolved = tell(form, Infinity);
  toldOnce.set(form, resolved);
  return resolved;
}

/**
 * A fact as it is told by all of the press after something came to a form. One account more is added to what was told
 * before: the work does not grow with the number of the others.
 */
export function resolveAfterEvent(before: FactState | null, form: FactState): ResolvedFact | null {
  const resolved = before && toldOnce.get(before);
  const next = resolved && before && withOneMore(resolved, before, form);
  if (next) toldOnce.set(form, next);
  return resolveFact(form);
}

/** @returns `null` where more changes than that one is added */
function withOneMore(resolved: ResolvedFact, before: FactState, form: FactState): ResolvedFact | null {
  const account = form.accounts.at(-1);
  const isOneMore =
    form.accounts.length === before.accounts.length + 1 &&
    form.corrections.length === before.corrections.length &&
    form.retractions.length === before.retractions.length;
  const publisher = account?.source?.publisher ?? null;
  if (!account || !isOneMore || (publisher !== null && resolved.accounts.some((one) => one.publisher === publisher)))
    return null;
  const other = tellAccount(form, account, Infinity);
  const changesTheWinner =
    (resolved.claim && other.certainty !== 'claimed') ||
    (other.certainty === 'confirmed' && resolved.certainty !== 'confirmed');
  if (changesTheWinner) return null;
  const { occurredAt, period } = resolved.claim ? resolved : narrowed(resolved, [other]);
  return { ...resolved, occurredAt, period, accounts: [...resolved.accounts, other] };
}

/** Forms are never changed, so each is told once. */
const toldOnce = new WeakMap<FactState, ResolvedFact | null>();

function tell(form: FactState, reportedAsOf: number): ResolvedFact | null {
  const withdrawn = new Set(
    form.retractions.filter((one) => isPublishedBy(one.source, reportedAsOf)).map((one) => one.target),
  );
  if (withdrawn.has(form.id)) return null;
  const standing = form.accounts.filter(
    (account) => !withdrawn.has(account.id) && isPublishedBy(account.source, reportedAsOf),
  );
  const resolved = latestOfEachPublisher(standing).map((account) => tellAccount(form, account, reportedAsOf));
  const [first] = resolved;
  if (!first) return null;
  const winner = winnerOf(resolved);
  const teller = winner ?? first;
  const others = resolved.filter((account) => account !== teller);
  const { occurredAt, period } = winner ? narrowed(winner, others) : first;
  return {
    id: form.id,
    type: form.type,
    story: form.story,
    position: form.position,
    claim: winner === null,
    by: teller.source?.attributedTo ?? teller.publisher,
    occurredAt,
    period,
    data: teller.data,
    certainty: teller.certainty,
    accounts: [teller, ...others],
  };
}

/** A withdrawn fact as it would be told had it not been withdrawn. */
export function resolveRetracted(form: FactState, reportedAsOf = Infinity): ResolvedFact | null {
  return resolveFact({ ...form, retractions: form.retractions.filter((one) => one.target !== form.id) }, reportedAsOf);
}

/** Of one publisher the later account replaces the earlier, in its place. */
function latestOfEachPublisher(accounts: readonly Account[]): Account[] {
  const places = new Map<string, Account>();
  for (const account of accounts) places.set(account.source?.publisher ?? account.id, account);
  return [...places.values()];
}

/** `confirmed` before `reported`, among equals the first recorded; claims do not win. */
function winnerOf(accounts: readonly ResolvedAccount[]): ResolvedAccount | null {
  return (
    accounts.find((account) => account.certainty === 'confirmed') ??
    accounts.find((account) => account.certainty === 'reported') ??
    null
  );
}

/**
 * The winner's date, narrowed by each further account whose period lies within it: `2025-08`, then `2025-08-11`. Claims
 * narrow nothing.
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

/**
 * An account as it was told by all of the press, and the latest corrections that it was told by: the same again is the
 * same account.
 */
interface AccountTold {
  own: Account | undefined;
  ofOwn: Correction | undefined;
  last: Correction | undefined;
  told: ResolvedAccount;
}

const accountsTold = new WeakMap<Account, AccountTold>();

function tellAccount(form: FactState, account: Account, reportedAsOf: number): ResolvedAccount {
  if (reportedAsOf !== Infinity || form.accounts.length === 1) return resolveAccount(form, account, reportedAsOf);
  const [own] = form.accounts;
  const last = correctionsOf(form, account).at(-1);
  const ofOwn = own && correctionsOf(form, own).at(-1);
  const known = accountsTold.get(account);
  if (known && known.own === own && known.last === last && known.ofOwn === ofOwn) return known.told;
  const resolved = resolveAccount(form, account, Infinity);
  accountsTold.set(account, { own, ofOwn, last, told: resolved });
  return resolved;
}

/**
 * What it inherits of the fact's own account it tells on its own word: a date that it does not give is cut by its own
 * publication.
 */
function resolveAccount(form: FactState, account: Account, reportedAsOf: number): ResolvedAccount {
  const [own] = form.accounts;
  const inherited: CorrectedFields = own && own !== account ? effectiveCorrections(form, own, reportedAsOf) : {};
  const { datedBy = account.source, ...corrected } = effectiveCorrections(form, account, reportedAsOf);
  const occurredAt = corrected.occurredAt ?? account.occurredAt ?? inherited.occurredAt ?? own?.occurredAt;
  const data = corrected.data ?? account.data ?? inherited.data ?? own?.data;
  if (occurredAt === undefined || data === undefined)
    throw new Error(`fact ${form.id} has no date or no data of its own`);
  return {
    event: account.id,
    position: account.position,
    publisher: account.source?.publisher ?? null,
    occurredAt,
    period: happenedBy(periodOf(occurredAt), datedBy),
    data,
    certainty: corrected.certainty ?? account.certainty ?? certaintyBeside(inherited.certainty ?? own?.certainty),
    source: account.source,
    corrected: Object.keys(corrected).length > 0,
  };
}

/** What a corroboration is that does not say: a claim beside a claim, else a report. */
const certaintyBeside = (own: Certainty | undefined): Certainty => (own === 'claimed' ? 'claimed' : 'reported');

/**
 * A period ends no later than its source's publication: what "2025" says in an October paper happened by October. A
 * publication before the period (another time zone's date) says nothing about it.
 */
function happenedBy(period: Period, source: EventSource | null): Period {
  if (!source?.publishedAt) return period;
  const published = periodOf(source.publishedAt).to;
  return published > period.from && published < period.to ? { ...period, to: published } : period;
}
