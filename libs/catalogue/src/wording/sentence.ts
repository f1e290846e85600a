import { partyName } from '../values/party.js';
import { bareTitle } from './titles.js';

const conjunction = new Intl.ListFormat('en-GB', { style: 'long', type: 'conjunction' });

/** "A", "A and B", "A, B and C". Duplicates are dropped. */
export function list(items: readonly string[]): string {
  return conjunction.format(new Set(items));
}

/** The first `max` items of a long list, and the number of the rest: "A, B, C and 12 others". */
export function shortList(items: readonly string[], max: number): string {
  const names = [...new Set(items)];
  if (names.length <= max + 1) return list(names);
  return list([...names.slice(0, max), `${names.length - max} others`]);
}

/**
 * Topics: "rare earths and extending the truce". A topic that begins with a verb comes last: otherwise the next topic
 * would read as its object.
 */
export function topicList(topics: readonly string[]): string {
  const beginsWithVerb = (topic: string): boolean => /^\p{Ll}+ing /u.test(topic);
  return list([...topics.filter((topic) => !beginsWithVerb(topic)), ...topics.filter(beginsWithVerb)]);
}

type Part = string | undefined;

/**
 * Joins the parts of a sentence; missing parts are left out. A part that begins with a comma, a colon or a semicolon
 * follows without a space. A part that ends with a comma ("Geneva, Switzerland,") loses it before such a mark, before a
 * bracket and at the end. The first letter is capitalized. A full stop is added unless the last part (a quotation, say)
 * has its own.
 */
export function sentence(...parts: Part[]): string {
  let text = '';
  for (const part of parts) {
    if (part === undefined || part === '') continue;
    if (/^[,:;]/.test(part)) text = withoutComma(text) + part;
    else if (part.startsWith('(')) text = `${withoutComma(text)} ${part}`;
    else text += text === '' ? part : ` ${part}`;
  }
  return withStop(withoutComma(text.charAt(0).toUpperCase() + text.slice(1)));
}

const withoutComma = (text: string): string => text.replace(/,$/, '');

/** Parts joined as by `sentence()`, without the capital and the full stop. */
export function fragment(...parts: Part[]): string {
  const text = sentence(...parts).replace(/\.$/, '');
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Adds a full stop unless the text ends with a mark of its own. */
export function withStop(text: string): string {
  return /[.!?…]["”’)]*$/.test(text) ? text : `${text}.`;
}

/** A part built from a value that may be missing: `when(place, inPlace)`. */
export function when<Value>(value: Value | undefined, part: (value: Value) => Part): Part {
  return value === undefined ? undefined : part(value);
}

/** Somebody's words in quotation marks, unless they already have them. */
export function quoted(text: string): string {
  return /^[“"].*[”"]$/su.test(text) ? text : `“${text}”`;
}

/** Words that never begin a name: after a colon they are not capitalized. */
const COMMON_WORDS = [
  ...['the', 'an?', 'both', 'no', 'new', 'all', 'some', 'several', 'two', 'three', 'four', 'five'],
  ...['deadly', 'heavy', 'armed', 'border', 'clashes', 'fighting', 'shelling', 'shots', 'strikes', 'troops'],
  ...['talks', 'scheduling', 'exchanges', 'artillery', 'rocket', 'rockets', 'gunfire', 'drone', 'missile', 'missiles'],
  ...['disagreement', 'differences', 'delays', 'concerns', 'objections', 'lack', 'continued', 'renewed', 'further'],
  ...['dozens', 'hundreds', 'thousands', 'one', 'six', 'seven', 'eight', 'nine', 'ten', 'twelve', 'thirteen', 'more'],
];
const COMMON = new RegExp(`^(?:${COMMON_WORDS.join('|')}) `, 'i');

/** The reason in the editor's words, after a colon: "because" would claim a connection that they may not. */
export function because(reason: string | undefined): string | undefined {
  if (reason === undefined) return undefined;
  return `: ${COMMON.test(reason) ? reason.charAt(0).toLowerCase() + reason.slice(1) : reason}`;
}

/** The condition: as a clause if it begins like one, otherwise in brackets. */
export function provided(condition: string): string {
  return /^(?:if|unless|in case|should|provided|until|once|when|as long as|in the event) /i.test(condition)
    ? `, ${condition.charAt(0).toLowerCase()}${condition.slice(1)}`
    : `(condition: ${condition})`;
}

/** Words other than names and articles that sentences of the catalogue begin with, whatever the data. */
const BEGINNINGS = new Set(['hostilities', 'work', 'talks', 'negotiations', 'truce']);

/**
 * A sentence of the catalogue as a clause after a comma: "the US raised its tariffs", "China broke the truce", "trade
 * talks began". `null` if it is unknown whether the first word is a name, as in an editor’s own words.
 *
 * @param data the data of the event: the names in it are recognized
 */
export function clauseOf(sentence: string, data: unknown): string | null {
  const lower = sentence.charAt(0).toLowerCase() + sentence.slice(1);
  const first = /^\p{L}+/u.exec(lower)?.[0] ?? '';
  if (/^(?:the|an?)$/.test(first)) return lower;
  const words = wordsIn(data);
  if (words.names.some((name) => sentence.startsWith(name))) return sentence;
  return BEGINNINGS.has(first) || words.slugs.includes(first) ? lower : null;
}

interface Words {
  /** Names of persons and parties, and roles. */
  names: string[];
  /** The words of slugs, and the first words of titles that are no names. */
  slugs: string[];
}

const wordsInTitle = (bare: string): Words =>
  /^\p{Ll}/u.test(bare) ? { names: [], slugs: [/^\p{L}+/u.exec(bare)?.[0] ?? ''] } : { names: [bare], slugs: [] };

function wordsIn(data: unknown, key = ''): Words {
  if (typeof data === 'string') {
    const party = partyName(data);
    if (key === 'title') return wordsInTitle(bareTitle(data));
    const names = party !== data ? [party] : key === 'name' || key === 'role' ? [data] : [];
    return { names, slugs: /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(data) ? data.split('-') : [] };
  }
  if (typeof data !== 'object' || data === null) return { names: [], slugs: [] };
  const inner = Object.entries(data).map(([name, value]) => wordsIn(value, Array.isArray(data) ? key : name));
  return { names: inner.flatMap(({ names }) => names), slugs: inner.flatMap(({ slugs }) => slugs) };
}
