import type { Person } from '../values/person.js';
import { withArticle } from './numbers.js';
import { people } from './people.js';
import { meetingNamed } from './slugs.js';

/**
 * "a meeting between President Donald Trump and President Xi Jinping"; where nobody is named, the meeting by its slug.
 */
export function meetingOf(slug: string, participants: readonly Person[] | undefined, article: 'a' | 'the'): string {
  if (participants === undefined) return meetingNamed(slug);
  const [, second, third] = participants;
  return `${article} meeting ${third ? 'of' : second ? 'between' : 'with'} ${people(participants)}`;
}

const NAMED_EVENT = /(?:summit|conference|forum|ceremony|inauguration|funeral|assembly|anniversary|meeting|session)$/i;
const KIND_OF_VISIT = /^\S+ (?:visit|tour|trip|stopover|dinner|stay)$/i;

/**
 * What a meeting or a visit is for, as an editor wrote it, with the article it needs: "the APEC summit", "a state
 * visit", "trade talks".
 */
export function occasion(text: string): string {
  if (/^(?:the|an?|his|her|their|its|this) /i.test(text)) return text;
  if (NAMED_EVENT.test(text)) return `the ${text}`;
  return KIND_OF_VISIT.test(text) ? withArticle(text) : text;
}

/**
 * What somebody came for where that is a kind of visit, with its article: "a state visit"; `null` where it is something
 * else.
 */
export function visitOf(text: string | undefined): string | null {
  return text !== undefined && /^(?:an? )?\S+ visit$/i.test(text) ? withArticle(text.replace(/^an? /i, '')) : null;
}

/** "for the APEC summit"; a purpose that begins with "to" stands by itself: "to sign a trade deal". */
export function purpose(text: string): string {
  return /^(?:to|for|in order to) /i.test(text) ? text : `for ${occasion(text)}`;
}
