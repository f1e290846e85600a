import type { Correction, FactForm } from './fact-form.js';
import { publishedBy } from './published-by.js';

const FIELDS = ['occurredAt', 'data', 'certainty'] as const;
type Field = (typeof FIELDS)[number];
type Corrected = Pick<Correction, Field>;

/**
 * What the corrections of one account put in place of its fields, on the press's clock. Of each field the latest that counts wins.
 *
 * @param account the id of the event that gave the account
 * @param reportedAsOf microseconds since the epoch, inclusive
 */
export function correctionsThatCount(form: FactForm, account: string, reportedAsOf: number): Corrected {
  const corrections = form.corrections.filter((correction) => correction.target === account);
  const counted: Corrected = {};
  for (const field of FIELDS) {
    const standing = latestThatCounts(
      corrections.filter((correction) => correction[field] !== undefined),
      reportedAsOf,
    );
    if (standing) Object.assign(counted, { [field]: standing[field] });
  }
  return counted;
}

/**
 * One with a source counts from its publication. One without mends the telling that stood when it was recorded, and counts wherever that one
 * does: wherever the correction before it counts, or everywhere where it is the first.
 */
function latestThatCounts(corrections: readonly Correction[], reportedAsOf: number): Correction | null {
  let latest: Correction | null = null;
  let previousCounts = true;
  for (const correction of corrections) {
    const counts: boolean = correction.source === null ? previousCounts : publishedBy(correction.source, reportedAsOf);
    if (counts) latest = correction;
    previousCounts = counts;
  }
  return latest;
}
