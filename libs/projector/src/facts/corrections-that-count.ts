import type { EventSource } from '#log/event.js';
import type { Account, Correction, FactForm } from './fact-form.js';
import { publishedBy } from './published-by.js';

const FIELDS = ['occurredAt', 'data', 'certainty'] as const;
type Field = (typeof FIELDS)[number];

/** What corrections put in place of an account's fields. */
export interface Corrected extends Partial<Pick<Correction, Field>> {
  /** Where the date is corrected: the source that gives it now, which is not always that of the account. */
  datedBy?: EventSource | null;
}

/**
 * What the corrections of one account put in place of its fields, on the press's clock. Of each field the latest that counts wins.
 *
 * @param reportedAsOf microseconds since the epoch, inclusive
 */
export function correctionsThatCount(form: FactForm, account: Account, reportedAsOf: number): Corrected {
  const corrections = form.corrections.filter((correction) => correction.target === account.id);
  const counted: Corrected = {};
  for (const field of FIELDS) {
    const giving = corrections.filter((correction) => correction[field] !== undefined);
    const standing = latestThatCounts(giving, account.source, reportedAsOf);
    if (!standing) continue;
    Object.assign(counted, { [field]: standing.correction[field] });
    if (field === 'occurredAt') counted.datedBy = standing.source;
  }
  return counted;
}

/**
 * One with a source counts from its publication. One without mends the telling that stood when it was recorded, the account's own or that of the
 * last correction with a source; it counts wherever that one does, and its source is that one's.
 */
function latestThatCounts(
  corrections: readonly Correction[],
  own: EventSource | null,
  reportedAsOf: number,
): { correction: Correction; source: EventSource | null } | null {
  let telling = { source: own, counts: true };
  let latest: { correction: Correction; source: EventSource | null } | null = null;
  for (const correction of corrections) {
    if (correction.source !== null) telling = { source: correction.source, counts: publishedBy(correction.source, reportedAsOf) };
    if (telling.counts) latest = { correction, source: telling.source };
  }
  return latest;
}
