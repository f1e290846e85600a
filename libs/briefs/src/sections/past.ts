import { periodOf } from '#catalogue/values/reduced-date.js';
import type { Fact } from '../material.js';
import type { Sentence } from '../sentence.js';
import { inGroups } from '../together/groups.js';
import type { Dates } from '../wording/dates.js';
import { importance, weightOfType } from '../weights.js';

const MOST = 8;

/** How it came here: what matters most of what happened before, in the order in which it did. */
export function howItCame(facts: readonly Fact[], dates: Dates): Sentence[] {
  const inOrder = [...facts].sort((a, b) => periodOf(a.occurredAt).from - periodOf(b.occurredAt).from || a.position - b.position);
  const groups = inGroups(inOrder).map((group, place) => ({
    group,
    place,
    rank: Math.max(...group.facts.map(({ type, occurredAt }) => importance(weightOfType(type), occurredAt))),
  }));
  return groups
    .sort((a, b) => b.rank - a.rank || b.place - a.place)
    .slice(0, MOST)
    .sort((a, b) => a.place - b.place)
    .map(({ group }) => group.tell(dates));
}
