import type { Correction, FactForm } from '../facts/fact-form.js';
import { publishedBy } from '../facts/published-by.js';

const FIELDS = ['occurredAt', 'data', 'certainty'] as const;

/**
 * The corrections of a fact that count by the press of an instant, for some field at least, in the order of their recording. One without a source
 * counts wherever the telling that it mends does.
 *
 * @param reportedAsOf microseconds since the epoch, inclusive
 */
export function correctionsMade(form: FactForm, reportedAsOf: number): Correction[] {
  const standing = new Map<string, boolean>();
  return form.corrections.filter((correction) => {
    const counting = FIELDS.filter((field) => correction[field] !== undefined).map((field) => {
      const place = `${correction.target} ${field}`;
      const counts = correction.source === null ? (standing.get(place) ?? true) : publishedBy(correction.source, reportedAsOf);
      standing.set(place, counts);
      return counts;
    });
    const account = form.accounts.find((one) => one.id === correction.target);
    return counting.includes(true) && account !== undefined && publishedBy(account.source, reportedAsOf);
  });
}
