/*
 * Calendars in the format of RFC 5545, with all-day events and nothing else: no time zones, no repetition, no alarms.
 */

/** An event that takes a whole day. */
export interface CalendarEvent {
  /** Unique in the world, and always the same for the same event: a calendar program recognizes the event by it. */
  uid: string;
  /** `2025-11-10` */
  day: string;
  summary: string;
  description: string;
  categories: readonly string[];
  status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
}

export interface Calendar {
  name: string;
  description: string;
  /** When its content was last changed: RFC 3339 in UTC. */
  revisedAt: string;
  events: readonly CalendarEvent[];
}

/** How often a calendar program may ask again. */
const REFRESH = 'PT1H';

/** A calendar as a text. Its events do not make anybody busy. */
export function toCalendarText({ name, description, revisedAt, events }: Calendar): string {
  const stamp = revisedAt.replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dateline//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    // RFC 7986, and the names for the same in use before it.
    ...[`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`],
    ...[`DESCRIPTION:${escaped(description)}`, `X-WR-CALDESC:${escaped(description)}`],
    ...[`REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`, `X-PUBLISHED-TTL:${REFRESH}`],
    ...(events.length === 0 ? NO_EVENTS : events.flatMap((event) => eventLines(event, stamp))),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A calendar must have a component. One without events gets a time zone, although it needs none. */
const NO_EVENTS = [
  ...['BEGIN:VTIMEZONE', 'TZID:Etc/UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
  ...['TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000', 'TZNAME:UTC', 'END:STANDARD', 'END:VTIMEZONE'],
];

/** Without `DTEND` an event with a date lasts that day. */
const eventLines = (event: CalendarEvent, stamp: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${event.day.replaceAll('-', '')}`,
  `SUMMARY:${escaped(event.summary)}`,
  `DESCRIPTION:${escaped(event.description)}`,
  `CATEGORIES:${event.categories.map(escaped).join(',')}`,
  `STATUS:${event.status}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/** A text as the value of a property (RFC 5545, 3.3.11). Of control characters it may only have tabs. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ' ');

/** The longest line, octets. */
const MAX_LINE = 75;

/** A line in pieces of up to 75 octets, of which each but the first begins with a space (RFC 5545, 3.1). */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= MAX_LINE) return line;
  let [text, length] = ['', 0];
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (length + octets > MAX_LINE) [text, length] = [`${text}\r\n `, 1];
    text += character;
    length += octets;
  }
  return text;
}
