import { CORRECTED_FIELDS, fieldCorrections, sourcedCounts } from './effective-corrections.js';
import type { Account, Correction, FactState } from './fact-state.js';
import type { PressTime } from './published-by.js';
import { accountCounts } from './resolve-account.js';

const PUBLISHED_AT = 'publishedAt' as const;
const FIELDS = [...CORRECTED_FIELDS, PUBLISHED_AT] as const;
export type CorrectedField = (typeof FIELDS)[number];

/** A correction, and the fields for which it counts. */
export interface CountedCorrection {
  correction: Correction;
  fields: readonly CorrectedField[];
}

/**
 * The corrections of a fact that count for some field as of a publication time, in the order of their recording. A
 * correction with a source counts from the publication of that source. A correction without a source counts wherever
 * the value that it corrects counts. A corrected date of publication always counts. A correction of the fact's own
 * account also changes the accounts that inherit from it.
 */
export function correctionsMade(state: FactState, press: PressTime): CountedCorrection[] {
  if (state.corrections.length === 0) return [];
  return correctionsOfAccounts(
    state,
    press,
    state.accounts.filter((account) => accountCounts(state, account, press)),
  );
}

/** As `correctionsMade`, but only the corrections of some accounts and of the values that they inherit. */
export function correctionsOfAccounts(
  state: FactState,
  press: PressTime,
  accounts: readonly Account[],
): CountedCorrection[] {
  const [own] = state.accounts;
  const ids = new Set(accounts.map(({ id }) => id));
  const inherited = new Set<CorrectedField>(
    CORRECTED_FIELDS.filter((field) => accounts.some((account) => account[field] === undefined)),
  );
  const targetCounts = targetsThatCount(state, press);
  const counting = new Map<Correction, CorrectedField[]>();
  for (const { correction, field, by } of fieldCorrections(state.corrections)) {
    if (by !== null && !sourcedCounts(by, press, () => targetCounts(by))) continue;
    counting.set(correction, [...(counting.get(correction) ?? []), field]);
  }
  return state.corrections.flatMap((correction) => {
    const { target, publishedAt } = correction;
    const fields: CorrectedField[] = [
      ...(counting.get(correction) ?? []),
      ...(publishedAt === undefined ? [] : [PUBLISHED_AT]),
    ];
    const isVisible =
      ids.has(target) ||
      (target === own?.id && FIELDS.some((field) => inherited.has(field) && correction[field] !== undefined));
    return fields.length > 0 && isVisible ? [{ correction, fields }] : [];
  });
}

/** Whether the account that a correction is about counts. Each account is looked at once. */
function targetsThatCount(state: FactState, press: PressTime): (correction: Correction) => boolean {
  const counts = new Map<string, boolean>();
  let accounts: Map<string, Account> | undefined;
  return ({ target }) => {
    const known = counts.get(target);
    if (known !== undefined) return known;
    accounts ??= new Map(state.accounts.map((account) => [account.id, account]));
    const account = accounts.get(target);
    const found = account !== undefined && accountCounts(state, account, press);
    counts.set(target, found);
    return found;
  };
}
