import { isDeepStrictEqual } from 'node:util';
import type { DisputedFact, OwnCandidate, RowMetadata } from '../fold/row.js';

/**
 * Whether two rows say the same beside their states and facts. Most of what rows share is one object, and so told apart
 * at once.
 */
export function isSameMetadata(a: RowMetadata, b: RowMetadata): boolean {
  return (
    a.since === b.since &&
    a.inForce === b.inForce &&
    equalLists(a.uncertain, b.uncertain, (one, other) => one === other) &&
    equalLists(a.disputed, b.disputed, sameDisputed) &&
    equalLists(a.claims, b.claims, isDeepStrictEqual)
  );
}

function sameDisputed(a: DisputedFact, b: DisputedFact): boolean {
  return (
    a.fact === b.fact &&
    a.record === b.record &&
    equalLists(a.holds, b.holds, (one, other) => one === other) &&
    equalLists(
      a.disputes,
      b.disputes,
      (one, other) =>
        one.n === other.n &&
        one.open === other.open &&
        equalLists(one.doubts, other.doubts, (held, also) => held === also),
    ) &&
    equalLists(a.own ?? [], b.own ?? [], sameTelling)
  );
}

function sameTelling(a: OwnCandidate, b: OwnCandidate): boolean {
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
