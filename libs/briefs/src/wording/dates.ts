import { formatDay } from '#catalogue/values/reduced-date.js';
import { clauseOf, sentence } from '#catalogue/wording/sentence.js';
import { date } from '#catalogue/wording/dates.js';
import type { Fact } from '../model/brief-input.js';

const weekdays = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/**
 * Dates as a news desk writes them at one moment: without the year if it is the current one. A date with its weekday
 * ends with a comma, as it needs in the middle of a sentence; `sentence()` of the catalogue removes it at the end and
 * before another mark.
 */
export interface Dates {
  /** "Saturday, 25 October,", "August", "2024", "Thursday, 30 October, at 08:00 UTC,". */
  named: (date: string) => string;
  /** The same with its preposition: "on Saturday, 25 October,", "in August". */
  on: (date: string) => string;
  /** A sentence of the catalogue with the dates of its data in this form: "until 10 November". Quotations are kept. */
  inSentence: (sentence: string, data: unknown) => string;
}

/** @param instant the present, in microseconds since the epoch */
export function datesAt(instant: number): Dates {
  const thisYear = formatDay(instant).slice(0, 4);
  const named = (text: string): string => {
    const [day = '', time] = text.split('T');
    const [year = '', month, number] = day.split('-');
    if (month === undefined) return year;
    const at = new Date(`${year}-${month}-${number ?? '01'}T00:00:00Z`);
    const name =
      number === undefined ? months.format(at) : `${weekdays.format(at)}, ${Number(number)} ${months.format(at)}`;
    const full = year === thisYear ? name : `${name} ${year}`;
    if (number === undefined) return full;
    return time === undefined ? `${full},` : `${full}, at ${clock(time)},`;
  };
  const inSentence = (text: string, data: unknown): string => {
    const ofThisYear = datesIn(data).filter((day) => day.startsWith(`${thisYear}-`));
    const shorten = (part: string): string =>
      ofThisYear.reduce((wording, day) => wording.replaceAll(date(day), date(day).replace(` ${thisYear}`, '')), part);
    // Every other part is a quotation.
    return text
      .split(/(“[^”]*”?)/)
      .map((part, i) => (i % 2 === 0 ? shorten(part) : part))
      .join('');
  };
  return { named, inSentence, on: (text) => `${text.length < 10 ? 'in' : 'on'} ${named(text)}` };
}

/** The days and months in data. */
function datesIn(data: unknown): string[] {
  if (typeof data === 'string') return /^\d{4}-\d{2}(?:-\d{2})?$/.test(data) ? [data] : [];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(datesIn) : [];
}

/** Hours and minutes in the offset in which they were given. */
function clock(time: string): string {
  return `${time.slice(0, 5)} ${/(?:Z|[+-]00:00)$/.test(time) ? 'UTC' : `(UTC${time.slice(-6)})`}`;
}

/** The facts with the dates in their sentences written in this way. */
export const shortenDates = (facts: readonly Fact[], dates: Dates): Fact[] =>
  facts.map((fact) => ({ ...fact, sentence: dates.inSentence(fact.sentence, fact.data) }));

/** A fact's sentence with its date: "On Saturday, 25 October, the fifth round of the US-China trade talks began." */
export function dated(fact: Pick<Fact, 'sentence' | 'data' | 'occurredAt'>, dates: Dates): string {
  const clause = clauseOf(fact.sentence, fact.data);
  if (clause === null) return sentence(dates.named(fact.occurredAt), `: ${fact.sentence}`);
  return sentence(dates.on(fact.occurredAt), `, ${clause}`);
}
