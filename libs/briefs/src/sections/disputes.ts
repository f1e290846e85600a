import { sentenceOf } from '#catalogue/catalogue.js';
import { clauseOf, list, withStop } from '#catalogue/wording/sentence.js';
import type { Candidate, Dispute, Fact, Item } from '../model/brief-input.js';
import { citing, type Sentence } from '../model/sentence.js';
import type { RenderContext } from '../renderers/render-context.js';
import type { Dates } from '../wording/dates.js';

/** The maximum number of sides of a dispute in a sentence, and of accounts cited for a side. */
const MAX_SIDES = 3;

/** One side: what it says, and who says so. */
interface Side {
  by: string;
  occurredAt: string;
  /** The event’s sentence, without the capital and the full stop. */
  clause: string;
  facts: Fact[];
  /** The accounts that say so. */
  events: string[];
}

/** One sentence for each open dispute about a subject that has at least two sides which can be cited. */
export function renderDisputes({ item, dates }: RenderContext, facts: readonly Fact[]): Sentence[] {
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
 * Returns whether a fact is overruled: in the settled disputes of these subjects, a confirmed account of another fact
 * won over every one of its accounts. The board and the timeline show such a fact. A brief leaves it out, since its
 * sentence would state it as what happened.
 */
export function overruledAmong(items: readonly Item[]): (fact: Fact) => boolean {
  const settled = items.flatMap(({ disputes }) => disputes).filter(({ open, reason }) => !open && reason === 'value');
  const lost = new Set(settled.flatMap(({ candidates: [, ...others] }) => others.flatMap(({ events }) => events)));
  return ({ accounts }) => accounts.length > 0 && accounts.every(({ event }) => lost.has(event));
}

/** A clause with a colon comes last. */
function onDate({ clause }: Side, sides: readonly Side[], dates: Dates): string {
  const days = sides
    .map(({ occurredAt, by }) => `${dates.on(occurredAt).replace(/,$/, '')}, according to ${by}`)
    .join(', or ');
  return clause.includes(':') ? ` on the date: ${days}, ${clause}` : ` on when ${clause}: ${days}`;
}

/** If the clauses differ only in their last few words, the words before are not repeated. */
function onValue(sides: readonly Side[]): string {
  const clauses = sides.map(({ clause }) => clause.split(' '));
  const [first = []] = clauses;
  const differing = first.findIndex((word, i) => clauses.some((words) => words[i] !== word));
  const from = PREPOSITION.test(first[differing - 1] ?? '') ? differing - 1 : differing;
  const ends = clauses.map((words) => words.slice(from).join(' '));
  if (from < 3 || !ends.every((end) => LAST_WORDS.test(end)))
    return `: ${sides.map(({ clause, by }) => `according to ${by}, ${clause}`).join('; ')}`;
  const alternatives = ends.map((end, i) => `${end}, according to ${sides[i]?.by}`).join(', or ');
  return `: ${first.slice(0, from).join(' ')} ${alternatives}`;
}

const PREPOSITION = /^(?:until|to|at|from|on|in|for)$/;
const LAST_WORDS = /^(?:until|to|at|from|on|in|for) [^,;:“]+$/;

function sidesOf({ candidates }: Dispute, facts: readonly Fact[], dates: Dates): Side[] {
  return candidates.slice(0, MAX_SIDES).flatMap((candidate) => sideOf(candidate, facts, dates));
}

/** Names only publishers of accounts that can be cited. */
function sideOf({ events, occurredAt }: Candidate, facts: readonly Fact[], dates: Dates): Side[] {
  const accounts = events.slice(0, MAX_SIDES).flatMap((event) => accountOf(event, facts));
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
