import type { Fact } from '../material.js';
import type { Sentence } from '../sentence.js';
import { tellWeightiest } from '../together/weightiest.js';
import { importanceOfFact } from '../weights.js';
import type { Dates } from '../wording/dates.js';

const MOST = 8;

/** How it came to this: what matters most of what happened before, in the order in which it did. */
export function howItCame(facts: readonly Fact[], dates: Dates): Sentence[] {
  return tellWeightiest(facts, MOST, ({ type, occurredAt }) => importanceOfFact(type, occurredAt), dates);
}
