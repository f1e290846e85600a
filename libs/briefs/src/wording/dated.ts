import { clauseOf } from '#catalogue/wording/clause.js';
import type { Fact } from '../material.js';
import type { Dates } from './dates.js';

/** What happened, with its date: "On Saturday, 25 October, the fifth round of the US-China trade talks began." */
export function dated({ sentence, data, occurredAt }: Pick<Fact, 'sentence' | 'data' | 'occurredAt'>, dates: Dates): string {
  const clause = clauseOf(sentence, data);
  if (clause === null) return `${dates.named(occurredAt)}: ${sentence}`;
  const on = dates.on(occurredAt);
  return `${on.charAt(0).toUpperCase()}${on.slice(1)}, ${clause}`;
}
