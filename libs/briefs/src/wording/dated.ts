import { clauseOf } from '#catalogue/wording/clause.js';
import { sentence } from '#catalogue/wording/sentence.js';
import type { Fact } from '../material.js';
import type { Dates } from './dates.js';

/** What happened, with its date: "On Saturday, 25 October, the fifth round of the US-China trade talks began." */
export function dated(fact: Pick<Fact, 'sentence' | 'data' | 'occurredAt'>, dates: Dates): string {
  const clause = clauseOf(fact.sentence, fact.data);
  if (clause === null) return sentence(dates.named(fact.occurredAt), `: ${fact.sentence}`);
  return sentence(dates.on(fact.occurredAt), `, ${clause}`);
}
