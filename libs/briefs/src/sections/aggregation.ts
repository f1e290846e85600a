import type { DataOf } from '#catalogue/catalogue.js';
import { periodOf } from '#catalogue/values/reduced-date.js';
import { list, quoted, sentence } from '#catalogue/wording/sentence.js';
import { ordinal } from '#catalogue/wording/numbers.js';
import { inPlace, placeName, prepositionOf } from '#catalogue/wording/places.js';
import { talksNamed } from '#catalogue/wording/talks.js';
import type { Fact } from '../model/brief-input.js';
import { citing, type Sentence } from '../model/sentence.js';
import { dated, type Dates } from '../wording/dates.js';

/** Facts that share a sentence. */
interface Group {
  facts: Fact[];
  /** The sentence, with its date only if `dates` are given. */
  render: (dates?: Dates) => Sentence;
}

/** How facts of a type share a sentence. */
interface Aggregation {
  /** Facts of one date with the same key share a sentence; `null` for a fact that has its own. */
  key: (fact: Fact) => string | null;
  /** The maximum number of facts in a sentence. */
  max: number;
  /** One sentence for two or more of them. */
  sentence: (facts: readonly Fact[]) => string;
}

const statementOf = (fact: Fact): DataOf<'StatementMade'> => fact.data as DataOf<'StatementMade'>;

/** What one person said to the same audience: "told reporters: “…” And: “…”" */
const statements: Aggregation = {
  key: (fact) => {
    const { speaker, quote, audience, place, topics } = statementOf(fact);
    return quote === undefined ? null : JSON.stringify([speaker, audience, place, topics]);
  },
  max: 3,
  sentence: (facts) => {
    const further = facts.slice(1).map((fact) => `And: ${withFullStop(quoted(statementOf(fact).quote ?? ''))}`);
    return [facts[0]?.sentence, ...further].join(' ');
  },
};

/** A quotation without a stop of its own gets one after the quotation mark. */
const withFullStop = (quotation: string): string => (/[.!?…][”"]?$/.test(quotation) ? quotation : `${quotation}.`);

const conclusionOf = (fact: Fact): DataOf<'TalksConcluded'> => fact.data as DataOf<'TalksConcluded'>;

/**
 * Rounds of which only the place is known: "The first, second and third rounds of the talks concluded in Geneva, London
 * and Madrid."
 */
const rounds: Aggregation = {
  key: (fact) => {
    const { talks, round, place, outcome } = conclusionOf(fact);
    return round === undefined || place?.name === undefined || outcome !== undefined ? null : talks;
  },
  max: 10,
  sentence: (facts) => {
    const concluded = facts.map(conclusionOf).sort((a, b) => (a.round ?? 0) - (b.round ?? 0));
    const numbers = list(concluded.map(({ round }) => ordinal(round ?? 0)));
    const [first] = concluded as [DataOf<'TalksConcluded'>];
    return sentence(`the ${numbers} rounds of ${talksNamed(first)} concluded ${inPlaces(concluded)}`);
  },
};

/** "in Geneva, London and Madrid", "in Geneva and at the Kremlin". */
function inPlaces(concluded: readonly DataOf<'TalksConcluded'>[]): string {
  const names = concluded.map(({ place }) => place?.name ?? '');
  return names.every((name) => prepositionOf(name) === 'in')
    ? `in ${list(names.map((name) => placeName({ name })))}`
    : list(names.map((name) => inPlace({ name })));
}

/** Any other fact has a sentence of its own: the catalogue’s. */
const AGGREGATIONS: Readonly<Record<string, Aggregation>> = { StatementMade: statements, TalksConcluded: rounds };

/** Groups facts that share a sentence. The groups are in the order of their first facts. */
export function aggregate(facts: readonly Fact[]): Group[] {
  const groups: { key: string | null; aggregation: Aggregation | undefined; facts: Fact[] }[] = [];
  for (const fact of facts) {
    const aggregation = AGGREGATIONS[fact.type];
    const own = aggregation?.key(fact) ?? null;
    const key = own === null ? null : `${fact.type} ${fact.occurredAt} ${own}`;
    const open = key === null ? undefined : groups.findLast((group) => group.key === key);
    if (open && open.facts.length < (aggregation?.max ?? 1)) open.facts.push(fact);
    else groups.push({ key, aggregation, facts: [fact] });
  }
  return groups.map(({ aggregation, facts }) => ({ facts, render: (dates) => renderGroup(facts, aggregation, dates) }));
}

function renderGroup(facts: readonly Fact[], aggregation: Aggregation | undefined, dates: Dates | undefined): Sentence {
  const [first] = facts as [Fact];
  const text = aggregation && facts.length > 1 ? aggregation.sentence(facts) : first.sentence;
  return citing(dates ? dated({ ...first, sentence: text }, dates) : text, facts);
}

/**
 * The sentences of facts in the order in which these happened. If there are more than `max`, those with the greatest
 * weight, of equal weight the later. Without `dates` the sentences have no dates.
 */
export function renderMostImportant(
  facts: readonly Fact[],
  max: number,
  weightOf: (fact: Fact) => number,
  dates?: Dates,
): Sentence[] {
  const inOrder = [...facts].sort(
    (a, b) => periodOf(a.occurredAt).from - periodOf(b.occurredAt).from || a.position - b.position,
  );
  return aggregate(inOrder)
    .map((group, place) => ({ group, place, weight: Math.max(...group.facts.map(weightOf)) }))
    .sort((a, b) => b.weight - a.weight || b.place - a.place)
    .slice(0, max)
    .sort((a, b) => a.place - b.place)
    .map(({ group }) => group.render(dates));
}
