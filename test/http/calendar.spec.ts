import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toCalendarText, type CalendarEvent } from '../../apps/server/src/deadlines/calendar.js';
import { eventsOf, only, parseCalendar } from './parse-calendar.js';

const EVENT: CalendarEvent = {
  uid: '6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b',
  day: '2025-11-10',
  summary: 'autumn-truce: truce runs out',
  description: 'Date: 10 November 2025\nStory: trade',
  categories: ['truces', 'expires'],
  status: 'CONFIRMED',
};
const textOf = (events: CalendarEvent[], name = 'Deadlines', description = 'All'): string =>
  toCalendarText({ name, description, revisedAt: '2025-10-26T08:00:00.123456Z', events });
const parsed = (text: string) => parseCalendar(Buffer.from(text));

describe('the text of a calendar', () => {
  it('is that of RFC 5545', () => {
    expect(textOf([EVENT]).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Dateline//Deadlines//EN',
      'CALSCALE:GREGORIAN',
      'NAME:Deadlines',
      'X-WR-CALNAME:Deadlines',
      'DESCRIPTION:All',
      'X-WR-CALDESC:All',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'BEGIN:VEVENT',
      'UID:6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b',
      'DTSTAMP:20251026T080000Z',
      'DTSTART;VALUE=DATE:20251110',
      'SUMMARY:autumn-truce: truce runs out',
      'DESCRIPTION:Date: 10 November 2025\\nStory: trade',
      'CATEGORIES:truces,expires',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('has a component where there is no event', () => {
    const { components } = parsed(textOf([]));
    expect(components.map(({ name }) => name)).toEqual(['VTIMEZONE']);
  });

  it('comes back as it went in, whatever the words', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.replace(/\p{Cc}|\p{Cs}/gu, ''));
    const lines = fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'));
    fc.assert(
      fc.property(words, lines, words, (summary, description, name) => {
        const calendar = parsed(textOf([{ ...EVENT, summary, description }], name, description));
        const [event] = eventsOf(calendar);
        expect(event && [only(event, 'SUMMARY'), only(event, 'DESCRIPTION')]).toEqual([summary, description]);
        expect([only(calendar, 'NAME'), only(calendar, 'X-WR-CALDESC')]).toEqual([name, description]);
      }),
    );
  });

  it('has no control character, and no line break of its own', () => {
    const text = textOf([{ ...EVENT, summary: 'a\u0000b\u001fc\r\nBEGIN:VALARM\rd\u007f' }]);
    const [event] = eventsOf(parsed(text));
    expect(event && only(event, 'SUMMARY')).toBe('a b c\nBEGIN:VALARM\nd ');
  });

  it('has lines of exactly 75 octets, also where a character has four', () => {
    for (let length = 60; length < 80; length += 1) {
      const summary = `${'x'.repeat(length)}\u{1f30d}${'y'.repeat(75)}`;
      const [event] = eventsOf(parsed(textOf([{ ...EVENT, summary }])));
      expect(event && only(event, 'SUMMARY')).toBe(summary);
    }
    const [longest = ''] = textOf([{ ...EVENT, summary: 'x'.repeat(200) }])
      .split('\r\n')
      .filter((line) => line.startsWith('SUMMARY'));
    expect(longest).toHaveLength(75);
  });
});
