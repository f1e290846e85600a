import { isDeepStrictEqual } from 'node:util';
import type { DisputedFact, OwnCandidate, RowMetadata } from './row.js';

/**
 * Whether two rows have the same content, apart from their states and from what their facts assert. Rows share most of
 * it as the same objects, so most comparisons are by identity.
 */
export function isSameMetadata(a: RowMetadata, b: RowMetadata): boolean {
  return (
    a.factDate === b.factDate &&
    a.inForce === b.inForce &&
    equalLists(a.uncertain, b.uncertain, (one, other) => one === other) &&
    equalLists(a.disputed, b.disputed, sameDisputed) &&
    equalLists(a.claims, b.claims, isDeepStrictEqual)
  );
}

const sameDisputed = (a: DisputedFact, b: DisputedFact): boolean =>
  a.fact === b.fact && a.abridged === b.abridged && isSameOwn(a, b) && isSameStanding(a, b);

/**
 * Whether two entries show the same disputes, in the same state.
 *
 * @param withDoubts whether to compare what they put in doubt, too
 */
export function isSameStanding(a: DisputedFact, b: DisputedFact, withDoubts = true): boolean {
  return (
    a.record === b.record &&
    equalLists(a.holds, b.holds, (one, other) => one === other) &&
    equalLists(
      a.disputes,
      b.disputes,
      (one, other) =>
        one.n === other.n &&
        one.open === other.open &&
        (!withDoubts || equalLists(one.doubts, other.doubts, (held, also) => held === also)),
    )
  );
}

/** Whether two entries have the same own versions. */
export const isSameOwn = (a: DisputedFact, b: DisputedFact): boolean =>
  equalLists(a.own ?? [], b.own ?? [], sameVersion);

function sameVersion(a: OwnCandidate, b: OwnCandidate): boolean {
  return (
    a.occurredAt === b.occurredAt &&
    isDeepStrictEqual(a.value, b.value) &&
    a.counts.events === b.counts.events &&
    a.counts.publishers === b.counts.publishers &&
    equalLists(a.events, b.events, (one, other) => one === other) &&
    equalLists(a.publishers, b.publishers, (one, other) => one === other)
  );
}

function equalLists<T>(a: readonly T[], b: readonly T[], areEqual: (one: T, other: T) => boolean): boolean {
  if (a === b) return true;
  return a.length === b.length && a.every((one, i) => one === b[i] || areEqual(one, b[i] as T));
}
