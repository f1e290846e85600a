import type { Fact } from './brief-input.js';

/** A sentence of a brief, and the events that are the evidence of everything in it. */
export interface Sentence {
  text: string;
  /** Distinct ids of facts and of events about them; at least one. */
  events: string[];
  /** Those among them that it cites for a name alone: what else they hold can still get a sentence. */
  namedBy?: string[];
}

export interface Section {
  title: string;
  sentences: Sentence[];
}

/** The fields of a fact that a citation needs. */
type CitedFact = Pick<Fact, 'id' | 'occurredAt' | 'accounts' | 'corrected' | 'namedBy'>;

/** A sentence that cites the facts that it was made from. */
export function citing(text: string, facts: readonly CitedFact[]): Sentence {
  const events = new Set(facts.flatMap(evidenceOf));
  const namedBy = [...new Set(facts.flatMap((fact) => fact.namedBy ?? []))].filter((event) => !events.has(event));
  return { text, events: [...events, ...namedBy], ...(namedBy.length > 0 && { namedBy }) };
}

/**
 * The events that hold the content of a fact: its own; the account that its data come from and the one that its date
 * comes from; and its corrections, which may have changed either.
 */
export function evidenceOf({ id, occurredAt, accounts, corrected = [] }: CitedFact): string[] {
  const [first] = accounts;
  const dating =
    first?.occurredAt === occurredAt ? undefined : accounts.find((account) => account.occurredAt === occurredAt);
  const used = [first, dating].flatMap((account) => account?.event ?? []);
  return [id, ...used, ...corrected.map(({ event }) => event)];
}

/** The maximum of events that a sentence cites if several facts have the same text. */
const MAX_CITED = 50;

/**
 * The sections that are not empty. A repeated sentence is dropped; its first occurrence then cites its events as well,
 * up to 50 in total.
 */
export function buildSections(parts: readonly (readonly [title: string, sentences: readonly Sentence[]])[]): Section[] {
  const byText = new Map<string, Sentence>();
  const sections = parts.map(([title, sentences]) => ({
    title,
    sentences: sentences.flatMap(({ text, events }) => {
      const earlier = byText.get(text);
      if (earlier) {
        if (earlier.events.length < MAX_CITED)
          earlier.events = [...new Set([...earlier.events, ...events])].slice(0, MAX_CITED);
        return [];
      }
      const sentence: Sentence = { text, events };
      byText.set(text, sentence);
      return [sentence];
    }),
  }));
  return sections.filter(({ sentences }) => sentences.length > 0);
}
