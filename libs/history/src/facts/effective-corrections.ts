import type { EventSource } from '#log/event.js';
import type { Account, Correction, FactState } from './fact-state.js';
import { isPublishedBy, isUndated, type PressTime } from './published-by.js';

/** The fields of an account that corrections replace for a while: from the publication of the correction on. */
export const CORRECTED_FIELDS = ['occurredAt', 'data', 'certainty'] as const;
type Field = (typeof CORRECTED_FIELDS)[number];

/** The fields of an account that corrections replace. */
export interface CorrectedFields extends Partial<Pick<Correction, Field>> {
  /** Set where the date is corrected: the source of the new date, which may differ from the account's source. */
  datedBy?: EventSource | null;
}

/**
 * The fields that corrections of one account replace, as of a publication time. For each field the latest correction
 * that counts wins.
 *
 * @param counts whether the account itself counts there. Called where a correction without a date depends on it
 */
export function effectiveCorrections(
  state: FactState,
  account: Account,
  press: PressTime,
  counts: () => boolean,
): CorrectedFields {
  const corrections = correctionsOf(state, account);
  if (corrections.length === 0) return NONE;
  const effective: CorrectedFields = {};
  for (const field of CORRECTED_FIELDS) {
    const latest = fieldCorrections(corrections).findLast(
      (one) => one.field === field && (one.by === null || sourcedCounts(one.by, press, counts)),
    );
    if (!latest) continue;
    Object.assign(effective, { [field]: latest.correction[field] });
    if (field === 'occurredAt') effective.datedBy = (latest.by ?? account).source;
  }
  return effective;
}

const NONE: CorrectedFields = {};

/**
 * Whether a correction with a source counts: from the publication of the source on. If undated sources are included and
 * the source has no date, the correction counts wherever its target does.
 */
export const sourcedCounts = (
  correction: Correction,
  { reportedAsOf, undated }: PressTime,
  targetCounts: () => boolean,
): boolean =>
  isPublishedBy(correction.source, reportedAsOf) || (undated === 'include' && isUndated(correction) && targetCounts());

const byTarget = new WeakMap<readonly Correction[], ReadonlyMap<string, readonly Correction[]>>();

/** The corrections of one account, in the order of the log. The corrections of a fact are grouped by account once. */
export function correctionsOf({ corrections }: FactState, account: Account): readonly Correction[] {
  if (corrections.length === 0) return corrections;
  let grouped = byTarget.get(corrections);
  if (!grouped) {
    const found = new Map<string, Correction[]>();
    for (const correction of corrections) {
      const own = found.get(correction.target);
      if (own) own.push(correction);
      else found.set(correction.target, [correction]);
    }
    byTarget.set(corrections, (grouped = found));
  }
  return grouped.get(account.id) ?? [];
}

/** One field that a correction replaces, and the correction whose source says from when that counts. */
export interface FieldCorrection {
  correction: Correction;
  field: Field;
  /** The correction that has the source; `null`: there is none, and the value counts wherever the account does. */
  by: Correction | null;
}

const byField = new WeakMap<readonly Correction[], readonly FieldCorrection[]>();

/**
 * Some corrections by the fields that they replace, in the order of the log. A correction with a source counts from its
 * publication. A correction without a source mends what was current when it was recorded: the account itself, or the
 * last correction of the field that has a source. It shares the source of that correction, and counts whenever that
 * correction counts.
 *
 * @param corrections all of one account, or all of a fact. The result is cached for as long as this array is in use
 */
export function fieldCorrections(corrections: readonly Correction[]): readonly FieldCorrection[] {
  const known = byField.get(corrections);
  if (known) return known;
  const sourced = new Map<string, Correction>();
  const found = corrections.flatMap((correction) =>
    CORRECTED_FIELDS.filter((field) => correction[field] !== undefined).map((field): FieldCorrection => {
      const place = `${correction.target} ${field}`;
      if (correction.source !== null) sourced.set(place, correction);
      return { correction, field, by: sourced.get(place) ?? null };
    }),
  );
  byField.set(corrections, found);
  return found;
}
