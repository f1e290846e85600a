import type { Fact } from '../material.js';
import type { Sentence } from '../sentence.js';
import { renderMostImportant } from '../aggregation/weightiest.js';
import { weightOfType } from '../weights.js';
import type { Dates } from '../wording/dates.js';

const MOST = 20;

/** What happened in a period. Without `dates` no date is told: all of it is of one day. */
export function whatHappened(facts: readonly Fact[], dates: Dates | undefined): Sentence[] {
  return renderMostImportant(facts, MOST, ({ type }) => weightOfType(type), dates);
}
