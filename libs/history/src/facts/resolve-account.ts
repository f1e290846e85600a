import { lastInstant, periodOf, type Period } from '#catalogue/values/reduced-date.js';
import type { Certainty, EventSource } from '#log/event.js';
import { correctionsOf, effectiveCorrections, type CorrectedFields } from './effective-corrections.js';
import type { Account, Correction, FactState, Retraction } from './fact-state.js';
import { EVER_PUBLISHED, isPublishedBy, isUndated, type PressTime } from './published-by.js';
import type { ResolvedAccount } from './resolved-fact.js';

/**
 * Whether an account counts, retractions aside. If undated sources are included, an account whose source has no date of
 * publication counts from the end of its own period. Corrections that count if the account does are applied to that
 * period first.
 */
export function accountCounts(state: FactState, account: Account, press: PressTime): boolean {
  if (isPublishedBy(account.source, press.reportedAsOf)) return true;
  if (press.undated !== 'include' || !isUndated(account)) return false;
  return lastInstant(resolveAccountAt(state, account, press).period) <= press.reportedAsOf;
}

/**
 * Whether a retraction counts. If undated sources are included, a retraction whose source has no date of publication
 * counts wherever its target does, so it always withdraws the target.
 */
export const retractionCounts = (retraction: Retraction, { reportedAsOf, undated }: PressTime): boolean =>
  isPublishedBy(retraction.source, reportedAsOf) || (undated === 'include' && isUndated(retraction));

/**
 * An account resolved from everything published, and what it was resolved from: the account itself and the fact's own
 * account, each with its latest correction. While those are the same, the same object is returned again.
 */
interface AccountCacheEntry {
  own: Account | undefined;
  ofOwn: Correction | undefined;
  last: Correction | undefined;
  resolved: ResolvedAccount;
}

const resolvedAccounts = new WeakMap<Account, AccountCacheEntry>();

/** Resolves an account that counts: applies inheritance and corrections. */
export function resolveAccount(state: FactState, account: Account, press: PressTime): ResolvedAccount {
  if (press.reportedAsOf !== Infinity || state.accounts.length === 1) return resolveAccountAt(state, account, press);
  const [own] = state.accounts;
  const last = correctionsOf(state, account).at(-1);
  const ofOwn = own && correctionsOf(state, own).at(-1);
  const known = resolvedAccounts.get(account);
  if (known && known.own === own && known.last === last && known.ofOwn === ofOwn) return known.resolved;
  const resolved = resolveAccountAt(state, account, EVER_PUBLISHED);
  resolvedAccounts.set(account, { own, ofOwn, last, resolved });
  return resolved;
}

/**
 * Resolves an account that counts. A date inherited from the fact's own account still ends with the publication of the
 * account that inherits it.
 */
function resolveAccountAt(state: FactState, account: Account, press: PressTime): ResolvedAccount {
  const [own] = state.accounts;
  let ownCounts: boolean | undefined;
  const inherited: CorrectedFields =
    own && own !== account
      ? effectiveCorrections(state, own, press, () => (ownCounts ??= accountCounts(state, own, press)))
      : {};
  const { datedBy = account.source, ...corrected } = effectiveCorrections(state, account, press, () => true);
  const occurredAt = corrected.occurredAt ?? account.occurredAt ?? inherited.occurredAt ?? own?.occurredAt;
  const data = corrected.data ?? account.data ?? inherited.data ?? own?.data;
  if (occurredAt === undefined || data === undefined)
    throw new Error(`fact ${state.id} has no date or no data of its own`);
  return {
    event: account.id,
    position: account.position,
    publisher: account.source?.publisher ?? null,
    occurredAt,
    period: happenedBy(periodOf(occurredAt), datedBy),
    data,
    certainty: corrected.certainty ?? account.certainty ?? defaultCertainty(inherited.certainty ?? own?.certainty),
    source: account.source,
    corrected:
      Object.keys(corrected).length > 0 ||
      correctionsOf(state, account).some(({ publishedAt }) => publishedAt !== undefined),
  };
}

/** The certainty of a corroboration that gives none: a claim of a claimed fact, else a report. */
const defaultCertainty = (own: Certainty | undefined): Certainty => (own === 'claimed' ? 'claimed' : 'reported');

/**
 * A period ends no later than its source's publication: what a paper of October dates to "2025" happened by October. A
 * publication before the period (a date in another time zone) is ignored.
 */
function happenedBy(period: Period, source: EventSource | null): Period {
  if (!source?.publishedAt) return period;
  const published = periodOf(source.publishedAt).to;
  return published > period.from && published < period.to ? { ...period, to: published } : period;
}
