import type { Fact } from '../material.js';
import type { Sentence } from '../sentence.js';
import { renderMostImportant } from '../aggregation/weightiest.js';
import { importanceOfFact } from '../weights.js';
import type { Dates } from '../wording/dates.js';

const MOST = 8;

/** How it came to this: what matters most of what happened before, in the order in which it did. */
export function background(facts: readonly Fact[], dates: Dates): Sentence[] {
  return renderMostImportant(facts, MOST, ({ type, occurredAt }) => importanceOfFact(type, occurredAt), dates);
}
