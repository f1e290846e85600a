import type { Account, Correction, FactForm } from '../facts/fact-form.js';
import { publishedBy } from '../facts/published-by.js';

const FIELDS = ['occurredAt', 'data', 'certainty'] as const;

/**
 * The corrections of a fact that count by the press of an instant, for some field at least, in the order of their recording. One without a source
 * counts wherever the telling that it mends does. One of the fact's own account is also made in the accounts that inherit from it.
 *
 * @param reportedAsOf microseconds since the epoch, inclusive
 */
export function correctionsMade(form: FactForm, reportedAsOf: number): Correction[] {
  const [own] = form.accounts;
  const published = form.accounts.filter((account) => publishedBy(account.source, reportedAsOf));
  const inherits = (account: Account, { target, ...said }: Correction): boolean =>
    target === own?.id && FIELDS.some((field) => said[field] !== undefined && account[field] === undefined);
  const standing = new Map<string, boolean>();
  return form.corrections.filter((correction) => {
    const counting = FIELDS.filter((field) => correction[field] !== undefined).map((field) => {
      const place = `${correction.target} ${field}`;
      const counts = correction.source === null ? (standing.get(place) ?? true) : publishedBy(correction.source, reportedAsOf);
      standing.set(place, counts);
      return counts;
    });
    return counting.includes(true) && published.some((account) => account.id === correction.target || inherits(account, correction));
  });
}
