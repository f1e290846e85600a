import { endOf, spanOf } from './dates.js';
import type { Told } from './told.js';

/** A point of the clocks, as it is asked for. Without `asOf` the world has no bound, and what time alone changes is told for `now`. */
export interface Point {
  asOf?: string | undefined;
  /** A date or an instant, or a position: `@17`. */
  recordedAsOf?: string | undefined;
  now: string;
}

/** What the record holds at the point: whole requests, whatever the dates of the facts in them. */
export function known(told: readonly Told[], { recordedAsOf }: Point): Told[] {
  if (recordedAsOf === undefined) return [...told];
  if (recordedAsOf.startsWith('@')) return told.filter((fact) => fact.requestStart <= Number(recordedAsOf.slice(1)));
  return told.filter((fact) => spanOf(fact.recordedAt).first <= endOf(recordedAsOf));
}

/** Those of them that have begun in the world, in the order in which they are told: by the start of their dates, then by position. */
export function begun(facts: readonly Told[], { asOf }: Point): Told[] {
  return inOrder(facts).filter((fact) => asOf === undefined || startOf(fact) <= endOf(asOf));
}

/** The instant for which the point asks what time alone changes. */
export const instantOf = ({ asOf, now }: Point): string => endOf(asOf ?? now);

export const startOf = (fact: Told): string => spanOf(fact.occurredAt).first;

export const inOrder = (facts: readonly Told[]): Told[] =>
  [...facts].sort((a, b) => (startOf(a) === startOf(b) ? a.position - b.position : startOf(a) < startOf(b) ? -1 : 1));

export const isClaim = (fact: Told): boolean => fact.certainty === 'claimed';
