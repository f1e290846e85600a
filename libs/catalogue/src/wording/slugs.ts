import { blocs, partyLabel } from '../values/party-names.js';
import { countries } from '../values/countries.js';

/** How parties are written in slugs: `south-korea`, `us`, `asean`. */
const labels = new Map(
  [...Object.keys(countries), ...Object.keys(blocs)]
    .filter((code) => code !== 'WORLD')
    .map((code) => partyLabel(code))
    .concat('Korea')
    .map((label) => [slugOf(label), label]),
);
const LONGEST_LABEL = Math.max(...[...labels.keys()].map((slug) => slug.split('-').length));

/**
 * The name of a thing from its slug. With the noun "talks", `us-china-trade-talks` is "the US-China trade talks" and
 * `geneva-process` is "the geneva process talks".
 */
export function named(slug: string, nouns: readonly [string, ...string[]]): string {
  return `the ${endingIn(phrase(wordsOf(slug)), nouns)}`;
}

/** A slug without its leading parties: `us-china-trade-talks` is "trade talks". A slug without parties is the noun. */
export function kindOf(slug: string, nouns: readonly [string, ...string[]]): string {
  const words = wordsOf(slug);
  const rest = words.slice(words.findIndex((word) => !word.party));
  if (!words[0]?.party || rest.length === words.length || rest.some((word) => word.party)) return nouns[0];
  return endingIn(phrase(rest), nouns);
}

/** A meeting by its slug: `trump-xi-2025-10` is "the Trump-Xi meeting". */
export function meetingNamed(slug: string): string {
  const words = capitalized(slug);
  if (words.length > 1 && words.at(-1) === 'Meeting') words.pop();
  const name = words.join(words.length === 2 ? '-' : ' ');
  return name === 'Meeting' ? 'the meeting' : `the ${name} meeting`;
}

/** A visit by its slug: `trump-south-korea-2025-10` is "the Trump South Korea visit". */
export function visitBySlug(slug: string): string {
  const words = capitalized(slug);
  if (words.length > 1 && words.at(-1) === 'Visit') words.pop();
  const name = words.join(' ');
  return name === 'Visit' ? 'the visit' : `the ${name} visit`;
}

const capitalized = (slug: string): string[] =>
  wordsOf(slug).map((word) => word.text.charAt(0).toUpperCase() + word.text.slice(1));

/** The words of a slug: `section-232-steel` is "section 232 steel". */
export const plain = (slug: string): string => slug.replaceAll('-', ' ');

interface Word {
  text: string;
  party: boolean;
}

/** The words of a slug, without trailing numbers (mostly a date). */
function wordsOf(slug: string): Word[] {
  const tokens = slug.replace(/(?<=[a-z][a-z0-9]*)(?:-\d+)+$/, '').split('-');
  const words: Word[] = [];
  for (let at = 0; at < tokens.length;) {
    const length = lengthOfLabel(tokens, at);
    const text = tokens.slice(at, at + Math.max(length, 1)).join('-');
    words.push({ text: labels.get(text) ?? text, party: length > 0 });
    at += Math.max(length, 1);
  }
  return words;
}

function lengthOfLabel(tokens: readonly string[], at: number): number {
  for (let length = Math.min(LONGEST_LABEL, tokens.length - at); length > 0; length--) {
    if (labels.has(tokens.slice(at, at + length).join('-'))) return length;
  }
  return 0;
}

/** Adjacent parties are joined by a hyphen: "US-China trade talks". */
function phrase(words: readonly Word[]): string {
  return words.reduce(
    (text, word, at) => (at === 0 ? word.text : `${text}${word.party && words[at - 1]?.party ? '-' : ' '}${word.text}`),
    '',
  );
}

function endingIn(text: string, nouns: readonly [string, ...string[]]): string {
  return nouns.some((noun) => text === noun || text.endsWith(` ${noun}`)) ? text : `${text} ${nouns[0]}`;
}

function slugOf(label: string): string {
  return label
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}
