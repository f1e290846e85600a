import { parseReducedDate } from '../values/reduced-date.js';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/**
 * A reduced date in English: "10 November 2025", "August 2025", "2025", "30 October 2025 at 08:00 UTC". Other text is
 * returned as it is.
 */
export function date(text: string): string {
  if (parseReducedDate(text) === null) return text;
  const [day = '', time] = text.split('T');
  return time === undefined ? calendar(day) : `${calendar(day)} at ${clock(time)}`;
}

/** The same with its preposition: "on 10 November 2025", "in August 2025". */
export function onDate(text: string): string {
  return `${/^\d{4}(-\d{2})?$/.test(text) ? 'in' : 'on'} ${date(text)}`;
}

function calendar(text: string): string {
  const [year, month, day] = text.split('-').map(Number);
  return [day, month === undefined ? undefined : MONTHS[month - 1], year]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** The time in the offset in which it was given; seconds only if they are not 0. */
function clock(text: string): string {
  const time = text.slice(6, 8) === '00' ? text.slice(0, 5) : text.slice(0, 8);
  const zone = /(?:Z|[+-]00:00)$/.test(text) ? 'UTC' : `(UTC${text.slice(-6)})`;
  return `${time} ${zone}`;
}
