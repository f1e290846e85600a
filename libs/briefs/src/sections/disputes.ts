import { sentenceOf } from '#catalogue/catalogue.js';
import { clauseOf } from '#catalogue/wording/clause.js';
import { list } from '#catalogue/wording/lists.js';
import { withStop } from '#catalogue/wording/sentence.js';
import type { Candidate, Dispute, Fact } from '../material.js';
import { citing, type Sentence } from '../sentence.js';
import type { Told } from '../told.js';

/** How many sides of a dispute are told. */
const MOST = 3;

/** One side: what it says, and the fact and the account that say so. */
interface Side {
  by: string;
  occurredAt: string;
  /** The event’s sentence, without capital and stop. */
  clause: string;
  fact: Fact;
  event: string;
}

/** The open disputes about a subject. Those that say the same are one. */
export function disputesTold({ item, dates }: Told, facts: readonly Fact[]): Sentence[] {
  return item.disputes.flatMap((dispute) => {
    const sides = dispute.open ? sidesOf(dispute, facts) : [];
    const [first] = sides;
    if (!first || sides.length < 2) return [];
    const dateAlone = dispute.reason === 'date' || sides.every(({ clause }) => clause === first.clause);
    const text = dateAlone
      ? `Sources differ on when ${first.clause}: ${sides.map(({ occurredAt, by }) => `${dates.on(occurredAt).replace(/,$/, '')}, according to ${by}`).join(', or ')}`
      : `Sources differ: ${sides.map(({ clause, by }) => `according to ${by}, ${clause}`).join('; ')}`;
    const cited = citing(
      '',
      sides.map(({ fact }) => fact),
    ).events;
    return [{ text: withStop(text), events: [...new Set([...cited, ...sides.map(({ event }) => event)])] }];
  });
}

function sidesOf({ candidates }: Dispute, facts: readonly Fact[]): Side[] {
  return candidates.slice(0, MOST).flatMap((candidate) => sideOf(candidate, facts));
}

function sideOf({ events, occurredAt, publishers }: Candidate, facts: readonly Fact[]): Side[] {
  for (const event of events) {
    const fact = facts.find(({ accounts }) => accounts.some((account) => account.event === event));
    const account = fact?.accounts.find((one) => one.event === event);
    if (!fact || !account) continue;
    const told = sentenceOf(fact.type, account.data, { occurredAt, certainty: fact.certainty });
    const clause = (clauseOf(told, account.data) ?? told).replace(/\.$/, '');
    return [
      { by: publishers.length > 0 ? list(publishers.slice(0, MOST)) : 'a source that is not named', occurredAt, clause, fact, event },
    ];
  }
  return [];
}
