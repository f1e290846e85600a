import { sentenceOf } from '#catalogue/catalogue.js';
import { clauseOf } from '#catalogue/wording/clause.js';
import { list } from '#catalogue/wording/lists.js';
import { withStop } from '#catalogue/wording/sentence.js';
import type { Candidate, Dispute, Fact, Item } from '../material.js';
import { citing, type Sentence } from '../sentence.js';
import type { RenderContext } from '../render-context.js';
import type { Dates } from '../wording/dates.js';

/** How many sides of a dispute are told. */
const MOST = 3;

/** One side: what it says, and who say so. */
interface Side {
  by: string;
  occurredAt: string;
  /** The event’s sentence, without capital and stop. */
  clause: string;
  facts: Fact[];
  /** The accounts that say so. */
  events: string[];
}

/** The open disputes about a subject. Those that say the same are one. */
export function disputesTold({ item, dates }: RenderContext, facts: readonly Fact[]): Sentence[] {
  return item.disputes.flatMap((dispute) => {
    const sides = dispute.open ? sidesOf(dispute, facts, dates) : [];
    const [first] = sides;
    if (!first || sides.length < 2) return [];
    const dateAlone = dispute.reason === 'date' || sides.every(({ clause }) => clause === first.clause);
    const text = `Sources differ${dateAlone ? onDate(first, sides, dates) : onValue(sides)}`;
    const cited = citing(
      '',
      sides.flatMap((side) => side.facts),
    ).events;
    return [{ text: withStop(text), events: [...new Set([...cited, ...sides.flatMap(({ events }) => events)])] }];
  });
}

/**
 * Whether a fact has lost: all of its accounts tell a value that another, which is confirmed, has settled otherwise, as
 * far as these subjects still know. The board and the timeline show it; prose, which would tell it as what happened,
 * leaves it out.
 */
export function overruledAmong(items: readonly Item[]): (fact: Fact) => boolean {
  const settled = items.flatMap(({ disputes }) => disputes).filter(({ open, reason }) => !open && reason === 'value');
  const lost = new Set(settled.flatMap(({ candidates: [, ...others] }) => others.flatMap(({ events }) => events)));
  return ({ accounts }) => accounts.length > 0 && accounts.every(({ event }) => lost.has(event));
}

/** What has a colon of its own comes last. */
function onDate({ clause }: Side, sides: readonly Side[], dates: Dates): string {
  const days = sides
    .map(({ occurredAt, by }) => `${dates.on(occurredAt).replace(/,$/, '')}, according to ${by}`)
    .join(', or ');
  return clause.includes(':') ? ` on the date: ${days}, ${clause}` : ` on when ${clause}: ${days}`;
}

/** Where they differ in the last few words alone, the others are told once. */
function onValue(sides: readonly Side[]): string {
  const told = sides.map(({ clause }) => clause.split(' '));
  const [first = []] = told;
  const differing = first.findIndex((word, i) => told.some((words) => words[i] !== word));
  const from = PREPOSITION.test(first[differing - 1] ?? '') ? differing - 1 : differing;
  const ends = told.map((words) => words.slice(from).join(' '));
  if (from < 3 || !ends.every((end) => LAST_WORDS.test(end)))
    return `: ${sides.map(({ clause, by }) => `according to ${by}, ${clause}`).join('; ')}`;
  return `: ${first.slice(0, from).join(' ')} ${ends.map((end, i) => `${end}, according to ${sides[i]?.by}`).join(', or ')}`;
}

const PREPOSITION = /^(?:until|to|at|from|on|in|for)$/;
const LAST_WORDS = /^(?:until|to|at|from|on|in|for) [^,;:“]+$/;

function sidesOf({ candidates }: Dispute, facts: readonly Fact[], dates: Dates): Side[] {
  return candidates.slice(0, MOST).flatMap((candidate) => sideOf(candidate, facts, dates));
}

/** Only who can be cited is named. */
function sideOf({ events, occurredAt }: Candidate, facts: readonly Fact[], dates: Dates): Side[] {
  const accounts = events.slice(0, MOST).flatMap((event) => accountOf(event, facts));
  const [first] = accounts;
  if (!first) return [];
  const { fact, data } = first;
  const text = dates.inSentence(sentenceOf(fact.type, data, { occurredAt, certainty: fact.certainty }), data);
  const publishers = accounts.flatMap(({ publisher }) => publisher ?? []);
  return [
    {
      by: publishers.length > 0 ? list(publishers) : 'a source that is not named',
      occurredAt,
      clause: (clauseOf(text, data) ?? text).replace(/\.$/, ''),
      facts: accounts.map((account) => account.fact),
      events: accounts.map(({ event }) => event),
    },
  ];
}

function accountOf(event: string, facts: readonly Fact[]) {
  const fact = facts.find(({ accounts }) => accounts.some((account) => account.event === event));
  const account = fact?.accounts.find((one) => one.event === event);
  return fact && account ? [{ event, fact, data: account.data, publisher: account.publisher }] : [];
}
