import { correctionsOfAccounts } from './corrections-made.js';
import type { FactState } from './fact-state.js';
import { isPublishedBy, isUndated, type PressTime } from './published-by.js';
import { accountCounts, retractionCounts } from './resolve-account.js';
import { accountHolder, resolveFact, resolveRetracted } from './resolve-fact.js';

/** Whether some event of a fact has a source without a date of publication. */
export const hasUndated = ({ accounts, corrections, retractions }: FactState): boolean =>
  accounts.some(isUndated) || corrections.some(isUndated) || retractions.some(isUndated);

/** A point of the press's clock as it would be with undated sources included. */
export const includingUndated = ({ reportedAsOf }: PressTime): PressTime => ({ reportedAsOf, undated: 'include' });

/**
 * How many accounts, sourced corrections and sourced retractions of a fact are left out for want of a date of
 * publication alone: they would count if undated sources were included. 0 where `press` includes them.
 */
export function countUndated(state: FactState, press: PressTime): number {
  if (press.reportedAsOf === Infinity || press.undated === 'include' || !hasUndated(state)) return 0;
  const included = includingUndated(press);
  const ofFact = state.retractions.filter((one) => one.target === state.id && retractionCounts(one, included));
  if (ofFact.length > 0) {
    // A published retraction withdraws the fact in any case. Then no undated one is missing.
    const isAlone = ofFact.every(isUndated) && resolveRetracted(state, included) !== null;
    return isAlone ? ofFact.length : 0;
  }
  const events = new Set(resolveFact(state, included)?.accounts.map(({ event }) => event));
  const counting = state.accounts.filter(({ id }) => events.has(id));
  const corrections = correctionsOfAccounts(state, included, counting).filter(
    ({ correction, fields }) => isUndated(correction) && fields.some((field) => field !== 'publishedAt'),
  );
  return counting.filter(isUndated).length + corrections.length + countRetractionsOfAccounts(state, included);
}

/** Retractions without a date that withdraw an account which would count without them. */
function countRetractionsOfAccounts(state: FactState, included: PressTime): number {
  const undated = state.retractions.filter((one) => isUndated(one) && one.target !== state.id);
  if (undated.length === 0) return 0;
  const withdrawn = new Set(state.retractions.filter((one) => retractionCounts(one, included)).map(targetOf));
  const published = new Set(
    state.retractions.filter(({ source }) => isPublishedBy(source, included.reportedAsOf)).map(targetOf),
  );
  const counting = state.accounts.filter((account) => accountCounts(state, account, included));
  const latest = new Map(
    counting.filter(({ id }) => !withdrawn.has(id)).map((account) => [accountHolder(account), account.position]),
  );
  const byId = new Map(counting.map((account) => [account.id, account]));
  return undated.filter(({ target }) => {
    const account = byId.get(target);
    if (!account || published.has(target)) return false;
    return (latest.get(accountHolder(account)) ?? -1) < account.position;
  }).length;
}

const targetOf = ({ target }: { target: string }): string => target;
