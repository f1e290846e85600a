import type { AnyView } from '#views/define-view.js';
import type { ToldFact } from '../facts/told-fact.js';
import { valuesAgree } from './agree.js';
import { namedDate, publisherOf } from './same-date.js';
import type { Said } from './said-properties.js';

/** A fact that sets a property, and to what. `null`: to "not known". */
export interface Setter {
  fact: ToldFact;
  value: unknown;
}

/**
 * Which of a property's setters came in an order that is not known: another one with another value overlaps it, and the two are of a
 * different precision, or of the same date but of another type and another publisher. Nothing is left out for it; it only shows.
 *
 * @param setters in fold order
 * @returns positions of those facts
 */
export function uncertainOrder(view: AnyView, property: string, setters: readonly Setter[]): Set<number> {
  const uncertain = new Set<number>();
  for (const [i, one] of setters.entries()) {
    for (let j = i + 1; j < setters.length; j += 1) {
      const other = setters[j];
      // In fold order: nothing further on begins before this one ends.
      if (!other || other.fact.period.from >= one.fact.period.to) break;
      if (uncertain.has(one.fact.position) && uncertain.has(other.fact.position)) continue;
      if (!orderIsKnown(one.fact, other.fact) && differ(view, property, one.value, other.value)) {
        uncertain.add(one.fact.position).add(other.fact.position);
      }
    }
  }
  return uncertain;
}

/** Whether it matters which of two tellings came first: some property that both set has another value in each. */
export function conflictInOrder(view: AnyView, a: Said, b: Said): boolean {
  return [...a].some(([property, value]) => b.has(property) && differ(view, property, value, b.get(property)));
}

function differ(view: AnyView, property: string, a: unknown, b: unknown): boolean {
  if (a === null || b === null) return a !== b;
  return !valuesAgree(view, property, a, b);
}

/** Of two facts that overlap. Steps that are told with the same date are in the order of their recording. */
export function orderIsKnown(a: ToldFact, b: ToldFact): boolean {
  if (a.period.precision !== b.period.precision) return false;
  if (namedDate(a.occurredAt, a.period) !== namedDate(b.occurredAt, b.period)) return true;
  return a.type === b.type || publisherOf(a) === publisherOf(b);
}
