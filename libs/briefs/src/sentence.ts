import type { Fact } from './material.js';

/** A sentence of a brief, and the events in which all that it names stands. */
export interface Sentence {
  text: string;
  /** Ids of facts and of events about them, each once; never none. */
  events: string[];
}

export interface Section {
  title: string;
  sentences: Sentence[];
}

/** What of a fact is needed to cite it. */
type Cited = Pick<Fact, 'id' | 'occurredAt' | 'accounts' | 'corrected'>;

/** A sentence that cites the facts that it was made from. */
export function citing(text: string, facts: readonly Cited[]): Sentence {
  return { text, events: [...new Set(facts.flatMap(eventsOf))] };
}

/**
 * The events that a fact stands in: its own; where another account tells it, or narrows its date, that one’s; and its
 * corrections, which may have changed what the others say.
 */
function eventsOf({ id, occurredAt, accounts, corrected = [] }: Cited): string[] {
  const [teller] = accounts;
  const dating =
    teller?.occurredAt === occurredAt ? undefined : accounts.find((account) => account.occurredAt === occurredAt);
  const lines = [teller, dating].flatMap((account) => account?.event ?? []);
  return [id, ...lines, ...corrected.map(({ event }) => event)];
}

/** How many events a sentence cites of facts that all say the same. */
const MOST_CITED = 50;

/**
 * The sections that say something; a sentence that was told before is not told again, but its events are added there,
 * up to 50.
 */
export function inSections(parts: readonly (readonly [title: string, sentences: readonly Sentence[]])[]): Section[] {
  const told = new Map<string, Sentence>();
  const sections = parts.map(([title, sentences]) => ({
    title,
    sentences: sentences.flatMap(({ text, events }) => {
      const before = told.get(text);
      if (before && before.events.length < MOST_CITED)
        before.events = [...new Set([...before.events, ...events])].slice(0, MOST_CITED);
      if (!before) told.set(text, { text, events });
      return before ? [] : [told.get(text) as Sentence];
    }),
  }));
  return sections.filter(({ sentences }) => sentences.length > 0);
}
