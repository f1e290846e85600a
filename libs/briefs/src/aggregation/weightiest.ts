import { periodOf } from '#catalogue/values/reduced-date.js';
import type { Fact } from '../material.js';
import type { Sentence } from '../sentence.js';
import type { Dates } from '../wording/dates.js';
import { aggregate } from './groups.js';

/**
 * Facts told in the order of the world; of more than fit, those that weigh most, among equals the later. Without
 * `dates` no date is told.
 */
export function renderMostImportant(
  facts: readonly Fact[],
  most: number,
  weightOf: (fact: Fact) => number,
  dates?: Dates,
): Sentence[] {
  const inOrder = [...facts].sort(
    (a, b) => periodOf(a.occurredAt).from - periodOf(b.occurredAt).from || a.position - b.position,
  );
  return aggregate(inOrder)
    .map((group, place) => ({ group, place, weight: Math.max(...group.facts.map(weightOf)) }))
    .sort((a, b) => b.weight - a.weight || b.place - a.place)
    .slice(0, most)
    .sort((a, b) => a.place - b.place)
    .map(({ group }) => group.tell(dates));
}
