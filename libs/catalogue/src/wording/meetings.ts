import type { Person } from '../values/person.js';
import { withArticle } from './numbers.js';
import { people } from './parties.js';
import { list } from './sentence.js';
import { meetingNamed } from './slugs.js';
import { bareTitle, newTitled, titled } from './titles.js';

/** A meeting as a fact names it. */
interface Meeting {
  meeting: string;
  title?: string | undefined;
  participants?: readonly Person[] | undefined;
}

/**
 * "a meeting between President Donald Trump and President Xi Jinping", "the Alaska summit between …"; without
 * participants its title, or else its slug in words.
 */
export function meetingOf(meeting: Meeting, article: 'a' | 'the'): string {
  const { title, participants } = meeting;
  if (participants === undefined) return title === undefined ? meetingNamed(meeting.meeting) : titled(title);
  if (title !== undefined && namesPeople(title, participants)) return titled(title);
  const [, second, third] = participants;
  const name = title === undefined ? `${article} meeting` : article === 'a' ? newTitled(title) : titled(title);
  return `${name} ${third ? 'of' : second ? 'between' : 'with'} ${peopleAt(meeting, participants)}`;
}

/** What several participants do: "meet", "hold the Alaska summit"; a title that names all of them is not repeated. */
export function meet({ title, participants = [] }: Meeting, tense: 'present' | 'past'): string {
  if (title === undefined || namesPeople(title, participants)) return tense === 'past' ? 'met' : 'meet';
  return `${tense === 'past' ? 'held' : 'hold'} ${newTitled(title)}`;
}

/** The participants, without a role that the title has: "the prime ministers’ meeting between Hun Manet and …". */
export function peopleAt({ title }: Pick<Meeting, 'title'>, participants: readonly Person[]): string {
  const isInTitle = (role: string): boolean => title !== undefined && title.toLowerCase().includes(role.toLowerCase());
  return people(
    participants.map((one) => (one.role !== undefined && isInTitle(one.role) ? { ...one, role: undefined } : one)),
  );
}

/** Whether a title names each of some people by a part of their names: "Trump–Xi summit". */
const namesPeople = (title: string, participants: readonly Person[]): boolean =>
  participants.length > 0 &&
  participants.every(({ name }) => name.split(' ').some((part) => part.length > 1 && title.includes(part)));

/** A meeting in a heading: "Alaska summit", "meeting of Donald Trump and Xi Jinping". */
export function meetingLabel({ meeting, title, names }: Meeting & { names: readonly string[] }): string {
  if (title !== undefined) return bareTitle(title);
  if (names.length === 0 || names.length > 3) return meetingNamed(meeting).replace(/^the /, '');
  return `meeting ${names.length === 1 ? 'with' : 'of'} ${list(names)}`;
}

const NAMED_EVENT = /(?:summit|conference|forum|ceremony|inauguration|funeral|assembly|anniversary|meeting|session)$/i;
const KIND_OF_VISIT = /^\S+ (?:visit|tour|trip|stopover|dinner|stay)$/i;

/** The purpose of a meeting or visit in the editor’s words, with its article: "the APEC summit", "a state visit". */
export function occasion(text: string): string {
  if (/^(?:the|an?|his|her|their|its|this) /i.test(text)) return text;
  if (NAMED_EVENT.test(text)) return `the ${text}`;
  return KIND_OF_VISIT.test(text) ? withArticle(text) : text;
}

/** A purpose that is a kind of visit, with its article: "a state visit"; `null` for any other purpose. */
export function visitOf(text: string | undefined): string | null {
  return text !== undefined && /^(?:an? )?\S+ visit$/i.test(text) ? withArticle(text.replace(/^an? /i, '')) : null;
}

/** "for the APEC summit"; a purpose that begins with "to" is not changed: "to sign a trade deal". */
export function purpose(text: string): string {
  return /^(?:to|for|in order to) /i.test(text) ? text : `for ${occasion(text)}`;
}
