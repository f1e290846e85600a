import { formatDay } from '#catalogue/values/reduced-date.js';

const weekdays = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/**
 * Dates as a news desk writes them at one moment: the year is left out where it is the current one. One with its weekday ends with a comma, as it
 * needs in the middle of a sentence: `sentence()` of the catalogue takes it away at the end and before another mark.
 */
export interface Dates {
  /** "Saturday, 25 October,", "August", "2024", "Thursday, 30 October, at 08:00 UTC,". */
  named: (date: string) => string;
  /** The same with its preposition: "on Saturday, 25 October,", "in August". */
  on: (date: string) => string;
}

/** @param instant as of when it is told, microseconds since the epoch */
export function datesAt(instant: number): Dates {
  const thisYear = formatDay(instant).slice(0, 4);
  const named = (date: string): string => {
    const [day = '', time] = date.split('T');
    const [year = '', month, number] = day.split('-');
    if (month === undefined) return year;
    const at = new Date(`${year}-${month}-${number ?? '01'}T00:00:00Z`);
    const name = number === undefined ? months.format(at) : `${weekdays.format(at)}, ${Number(number)} ${months.format(at)}`;
    const whole = year === thisYear ? name : `${name} ${year}`;
    if (number === undefined) return whole;
    return time === undefined ? `${whole},` : `${whole}, at ${clock(time)},`;
  };
  return { named, on: (date) => `${date.length < 10 ? 'in' : 'on'} ${named(date)}` };
}

/** Hours and minutes in the offset in which they were given. */
function clock(time: string): string {
  return `${time.slice(0, 5)} ${/(?:Z|[+-]00:00)$/.test(time) ? 'UTC' : `(UTC${time.slice(-6)})`}`;
}
