import type { EventSource } from '#log/event.js';
import type { Account, Correction, FactState } from './fact-state.js';
import { isPublishedBy } from './published-by.js';

const FIELDS = ['occurredAt', 'data', 'certainty'] as const;
type Field = (typeof FIELDS)[number];

/** What corrections put in place of an account's fields. */
export interface CorrectedFields extends Partial<Pick<Correction, Field>> {
  /** Where the date is corrected: the source that gives it now, which is not always that of the account. */
  datedBy?: EventSource | null;
}

/**
 * What the corrections of one account put in place of its fields, on the press's clock. Of each field the latest that
 * counts wins.
 *
 * @param reportedAsOf microseconds since the epoch, inclusive
 */
export function effectiveCorrections(form: FactState, account: Account, reportedAsOf: number): CorrectedFields {
  const corrections = correctionsOf(form, account);
  if (corrections.length === 0) return NONE;
  const counted: CorrectedFields = {};
  for (const field of FIELDS) {
    const giving = corrections.filter((correction) => correction[field] !== undefined);
    const standing = latestThatCounts(giving, account.source, reportedAsOf);
    if (!standing) continue;
    Object.assign(counted, { [field]: standing.correction[field] });
    if (field === 'occurredAt') counted.datedBy = standing.source;
  }
  return counted;
}

const NONE: CorrectedFields = {};

const byTarget = new WeakMap<readonly Correction[], ReadonlyMap<string, readonly Correction[]>>();

/**
 * The corrections of one account, in the order of the record. Those of a form are sorted once, however many accounts it
 * has.
 */
export function correctionsOf({ corrections }: FactState, account: Account): readonly Correction[] {
  if (corrections.length === 0) return corrections;
  let sorted = byTarget.get(corrections);
  if (!sorted) {
    const found = new Map<string, Correction[]>();
    for (const correction of corrections) {
      const own = found.get(correction.target);
      if (own) own.push(correction);
      else found.set(correction.target, [correction]);
    }
    byTarget.set(corrections, (sorted = found));
  }
  return sorted.get(account.id) ?? [];
}

/**
 * One with a source counts from its publication. One without mends the telling that stood when it was recorded, the
 * account's own or that of the last correction with a source; it counts wherever that one does, and its source is that
 * one's.
 */
function latestThatCounts(
  corrections: readonly Correction[],
  own: EventSource | null,
  reportedAsOf: number,
): { correction: Correction; source: EventSource | null } | null {
  let telling = { source: own, counts: true };
  let latest: { correction: Correction; source: EventSource | null } | null = null;
  for (const correction of corrections) {
    if (correction.source !== null)
      telling = { source: correction.source, counts: isPublishedBy(correction.source, reportedAsOf) };
    if (telling.counts) latest = { correction, source: telling.source };
  }
  return latest;
}
