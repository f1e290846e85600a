import type { Fact } from '../material.js';
import { citing, type Sentence } from '../sentence.js';
import { dated } from '../wording/dated.js';
import type { Dates } from '../wording/dates.js';
import { rounds } from './rounds.js';
import { statements } from './statements.js';

/** Facts that are told in one sentence. */
export interface Group {
  facts: Fact[];
  /** With its date where there are `dates`. */
  tell: (dates?: Dates) => Sentence;
}

/** How facts of a type are told together. */
export interface Aggregation {
  /** Facts with the same key belong together; `null`: it is told alone. */
  key: (fact: Fact) => string | null;
  /** How many at most. */
  most: number;
  /** One sentence for two or more of them. */
  sentence: (facts: readonly Fact[]) => string;
}

/** Types of which one sentence can tell several. Any other fact is told alone, by the catalogue’s sentence. */
const TOGETHER: Readonly<Record<string, Aggregation>> = { StatementMade: statements, TalksConcluded: rounds };

/** Facts in groups that one sentence tells, each in the place of its first. */
export function aggregate(facts: readonly Fact[]): Group[] {
  const groups: { key: string | null; together: Aggregation | undefined; facts: Fact[] }[] = [];
  for (const fact of facts) {
    const together = TOGETHER[fact.type];
    const text = together?.key(fact) ?? null;
    const key = text === null ? null : `${fact.type} ${fact.occurredAt} ${text}`;
    const open = key === null ? undefined : groups.findLast((group) => group.key === key);
    if (open && open.facts.length < (together?.most ?? 1)) open.facts.push(fact);
    else groups.push({ key, together, facts: [fact] });
  }
  return groups.map(({ together, facts }) => ({ facts, tell: (dates) => tellGroup(facts, together, dates) }));
}

function tellGroup(facts: readonly Fact[], together: Aggregation | undefined, dates: Dates | undefined): Sentence {
  const [first] = facts as [Fact];
  const sentence = together && facts.length > 1 ? together.sentence(facts) : first.sentence;
  return citing(dates ? dated({ ...first, sentence }, dates) : sentence, facts);
}
