import { formatDay, periodOf } from '#catalogue/values/reduced-date.js';
import type { Fact } from '../material.js';
import type { Sentence } from '../sentence.js';
import { aggregate } from '../aggregation/groups.js';
import { weightOfType } from '../weights.js';

const MOST = 8;

/** The date of a fact as a day, where it is known to the day; else as it is told. */
export const utcDayOf = (date: string): string =>
  periodOf(date).precision === 'instant' ? formatDay(periodOf(date).from) : date;

/** What happened on the last day with news, what weighs most first. */
export function recent(facts: readonly Fact[], day: string): Sentence[] {
  const ofTheDay = facts
    .filter(({ occurredAt }) => utcDayOf(occurredAt) === day)
    .sort((a, b) => a.position - b.position);
  const groups = aggregate(ofTheDay).map((group) => ({
    ...group,
    rank: Math.max(...group.facts.map(({ type }) => weightOfType(type))),
  }));
  return groups
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST)
    .map((group) => group.tell());
}
