import type { Correction, FactState } from '#history/facts/fact-state.js';
import { isPublishedBy } from '#history/facts/published-by.js';

const FIELDS = ['occurredAt', 'data', 'certainty'] as const;
export type CorrectedField = (typeof FIELDS)[number];

/** A correction, and of which fields it counts. */
export interface CountedCorrection {
  correction: Correction;
  fields: readonly CorrectedField[];
}

/**
 * The corrections of a fact that count by the press of an instant, for some field at least, in the order of their
 * recording. One without a source counts wherever the telling that it mends does. One of the fact's own account is also
 * made in the accounts that inherit from it.
 *
 * @param reportedAsOf microseconds since the epoch, inclusive
 */
export function correctionsMade({ accounts, corrections }: FactState, reportedAsOf: number): CountedCorrection[] {
  if (corrections.length === 0) return [];
  const [own] = accounts;
  const published = accounts.filter((account) => isPublishedBy(account.source, reportedAsOf));
  const ids = new Set(published.map(({ id }) => id));
  const inherited = FIELDS.filter((field) => published.some((account) => account[field] === undefined));
  const standing = new Map<string, boolean>();
  return corrections.flatMap((correction) => {
    const { target, source } = correction;
    const fields = FIELDS.filter((field) => {
      if (correction[field] === undefined) return false;
      const place = `${target} ${field}`;
      const counts = source === null ? (standing.get(place) ?? true) : isPublishedBy(source, reportedAsOf);
      standing.set(place, counts);
      return counts;
    });
    const isSeen =
      ids.has(target) || (target === own?.id && inherited.some((field) => correction[field] !== undefined));
    return fields.length > 0 && isSeen ? [{ correction, fields }] : [];
  });
}
