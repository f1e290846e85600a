import { countries } from '#catalogue/values/countries.js';
import { blocs, partyLabel, partyName } from '#catalogue/values/party.js';

/** The parts of a recorded event that a sentence which cites it may name. */
export interface CitedEvent {
  occurredAt?: string | undefined;
  data: Readonly<Record<string, unknown>>;
  source?:
    | {
        publisher?: string | null | undefined;
        attributedTo?: string | null | undefined;
        publishedAt?: string | null | undefined;
      }
    | null
    | undefined;
}

const LABELS = [...Object.keys(countries), ...Object.keys(blocs)].map(partyLabel).filter((label) => label !== 'World');
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
const CARDINALS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/**
 * The numbers, dates, parties and given names in a sentence that are in none of the events that it cites. Empty if all
 * is supported.
 */
export function unsupported(text: string, events: readonly CitedEvent[], names: readonly string[]): string[] {
  const strings = events.flatMap((event) => stringsIn(event));
  const numbers = new Set([...events.flatMap((event) => numbersIn(event)), ...strings.flatMap(digits)]);
  const words = ` ${strings.flatMap(readings).join(' | ')} `;
  const dates = strings.filter((string) => /^\d{4}(-\d\d){0,2}(T|$)/.test(string));
  const contains = (word: string): boolean =>
    new RegExp(`(?<![\\p{L}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`, 'u').test(text);
  return [
    ...digits(text)
      .filter((number) => !numbers.has(number))
      .map((number) => `the number ${number}`),
    ...[...ORDINALS.entries(), ...CARDINALS.entries()]
      .filter(([n, word]) => n > 0 && contains(word) && !numbers.has(n) && !words.includes(word))
      .map(([, word]) => `the number ${word}`),
    ...MONTHS.filter(
      (month, i) =>
        contains(month) && !words.includes(month) && !dates.some((one) => Number(one.slice(5, 7)) === i + 1),
    ),
    ...wrongDays(text, dates),
    ...[...LABELS, ...names]
      .filter((name) => contains(name) && !words.includes(name))
      .map((name) => `the name ${name}`),
  ];
}

/** Every "Sunday, 26 October" that is not a day in the cited events, or not a Sunday. */
function wrongDays(text: string, dates: readonly string[]): string[] {
  const days = [
    ...text.matchAll(new RegExp(`(${WEEKDAYS.join('|')}), (\\d+) (${MONTHS.join('|')})(?: (\\d{4}))?`, 'g')),
  ];
  return days.flatMap(([whole, weekday, day, month, year]) => {
    const known = dates.some((one) => {
      const [y, m, d] = one.slice(0, 10).split('-');
      const fits = Number(d) === Number(day) && MONTHS[Number(m) - 1] === month && (year === undefined || y === year);
      return fits && WEEKDAYS[new Date(`${one.slice(0, 10)}T00:00:00Z`).getUTCDay()] === weekday;
    });
    return known ? [] : [`the day ${whole}`];
  });
}

/** The forms that a text can take in a sentence: a code as the party's name, a slug as its words and parties. */
function readings(text: string): string[] {
  const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) ? ` ${text.replaceAll('-', ' ')} ` : '';
  const inSlug =
    slug === '' ? [] : LABELS.filter((label) => slug.includes(` ${label.toLowerCase().replaceAll(/[^a-z]+/g, ' ')} `));
  const titled = slug.replace(/(?<= )\p{L}/gu, (letter) => letter.toUpperCase());
  return [text, partyName(text), partyLabel(text), slug, titled, ...inSlug];
}

const digits = (text: string): number[] =>
  (text.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? []).map((number) => Number(number.replaceAll(',', '')));

const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];

const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : [];
