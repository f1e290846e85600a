import { formatDay } from '#catalogue/values/reduced-date.js';
import { date } from '#catalogue/wording/dates.js';
import type { Fact } from '../material.js';

const weekdays = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/**
 * Dates as a news desk writes them at one moment: the year is left out where it is the current one. One with its
 * weekday ends with a comma, as it needs in the middle of a sentence: `sentence()` of the catalogue takes it away at
 * the end and before another mark.
 */
export interface Dates {
  /** "Saturday, 25 October,", "August", "2024", "Thursday, 30 October, at 08:00 UTC,". */
  named: (date: string) => string;
  /** The same with its preposition: "on Saturday, 25 October,", "in August". */
  on: (date: string) => string;
  /**
   * A sentence of the catalogue, with the dates of the data in it told in this way: "until 10 November". Quotations
   * stay as they are.
   */
  inSentence: (sentence: string, data: unknown) => string;
}

/** @param instant as of when it is told, microseconds since the epoch */
export function datesAt(instant: number): Dates {
  const thisYear = formatDay(instant).slice(0, 4);
  const named = (phrase: string): string => {
    const [day = '', time] = phrase.split('T');
    const [year = '', month, number] = day.split('-');
    if (month === undefined) return year;
    const at = new Date(`${year}-${month}-${number ?? '01'}T00:00:00Z`);
    const name =
      number === undefined ? months.format(at) : `${weekdays.format(at)}, ${Number(number)} ${months.format(at)}`;
    const whole = year === thisYear ? name : `${name} ${year}`;
    if (number === undefined) return whole;
    return time === undefined ? `${whole},` : `${whole}, at ${clock(time)},`;
  };
  const inSentence = (sentence: string, data: unknown): string => {
    const ours = datesIn(data).filter((day) => day.startsWith(`${thisYear}-`));
    const shorten = (text: string): string =>
      ours.reduce((wording, day) => wording.replaceAll(date(day), date(day).replace(` ${thisYear}`, '')), text);
    // Every other part is a quotation.
    return sentence
      .split(/(“[^”]*”?)/)
      .map((part, i) => (i % 2 === 0 ? shorten(part) : part))
      .join('');
  };
  return { named, inSentence, on: (told) => `${told.length < 10 ? 'in' : 'on'} ${named(told)}` };
}

/** The days and months that stand in data. */
function datesIn(data: unknown): string[] {
  if (typeof data === 'string') return /^\d{4}-\d{2}(?:-\d{2})?$/.test(data) ? [data] : [];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(datesIn) : [];
}

/** Hours and minutes in the offset in which they were given. */
function clock(time: string): string {
  return `${time.slice(0, 5)} ${/(?:Z|[+-]00:00)$/.test(time) ? 'UTC' : `(UTC${time.slice(-6)})`}`;
}

/** Facts whose sentences tell their dates in this way. */
export const inYear = (facts: readonly Fact[], dates: Dates): Fact[] =>
  facts.map((fact) => ({ ...fact, sentence: dates.inSentence(fact.sentence, fact.data) }));
