import type { AnyView } from '#views/define-view.js';
import { valuesAgree } from './agree.js';
import type { Candidate } from './candidates.js';
import type { Setter } from './uncertain-order.js';

/** From when to when a property's value would be another if a candidate stood in its winner's place. `to` is exclusive. */
export interface Doubt {
  property: string;
  /** The position of the fact whose winner it is about. */
  fact: number;
  from: number;
  to: number;
}

/** What a property is at a date, and since which place in the order. */
interface Step {
  from: number;
  position: number;
  value: unknown;
}

/** Not set by anything: another value than any. */
const NOTHING = Symbol('no value yet');

/**
 * Where one open candidate puts a property in doubt, all else staying as it is. Of what it does not speak, or does not know, it contradicts nobody:
 * there the winner's value is taken, at the candidate's date.
 *
 * @param setters the property's setters in fold order, the winner among them
 * @param before its value before the first of them, `undefined` where it has none
 * @param winner the position of the fact in whose place the candidate would stand
 */
export function doubtsBy(
  view: AnyView,
  property: string,
  setters: readonly Setter[],
  before: unknown,
  winner: number,
  candidate: Candidate,
): Doubt[] {
  const steps = setters.map(({ fact, value }): Step => ({ from: fact.period.from, position: fact.position, value }));
  const alternative = alternativeSteps(steps, winner, candidate, candidate.said.get(property) ?? null);
  const dates = [...new Set([...steps, ...alternative].map((step) => step.from))].sort((a, b) => a - b);
  const doubts: Doubt[] = [];
  for (const [i, from] of dates.entries()) {
    if (same(view, property, valueAt(steps, from, before), valueAt(alternative, from, before))) continue;
    const last = doubts.at(-1);
    const to = dates[i + 1] ?? Infinity;
    if (last?.to === from) last.to = to;
    else doubts.push({ property, fact: winner, from, to });
  }
  return doubts;
}

function alternativeSteps(steps: readonly Step[], winner: number, candidate: Candidate, value: unknown): Step[] {
  const own = steps.find((step) => step.position === winner);
  const others = steps.filter((step) => step.position !== winner);
  if (value === null && !own) return others;
  const there = { from: candidate.period.from, position: winner, value: value ?? own?.value };
  return [...others, there].sort((a, b) => a.from - b.from || a.position - b.position);
}

function valueAt(steps: readonly Step[], date: number, before: unknown): unknown {
  let value: unknown = before === undefined ? NOTHING : before;
  for (const step of steps) {
    if (step.from > date) break;
    value = step.value;
  }
  return value;
}

function same(view: AnyView, property: string, a: unknown, b: unknown): boolean {
  if (a === NOTHING || b === NOTHING || a === null || b === null) return a === b;
  return valuesAgree(view, property, a, b);
}
