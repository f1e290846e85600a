import { fc, it as prop } from '@fast-check/jest';
import { describe, expect, it } from '@jest/globals';
import { quotable } from './find-quote.js';

const body = 'The envoys met\non Monday.\n\n  “Nothing\u00a0was agreed”, said 𝒳. The envoys met again.';
const found = (quote: string): string | null => {
  const place = quotable(body).find(quote);
  return place && body.slice(place.start, place.end);
};

describe('a quote', () => {
  it.each([
    ['The envoys met', 'The envoys met'],
    ['met on Monday.', 'met\non Monday.'],
    ['Monday. “Nothing', 'Monday.\n\n  “Nothing'],
    [' Nothing  was\tagreed ', 'Nothing\u00a0was agreed'],
    ['said 𝒳.', 'said 𝒳.'],
    ['met again.', 'met again.'],
  ])('is found: %s', (quote, words) => expect(found(quote)).toBe(words));

  it('is found at its first place', () => expect(quotable(body).find('envoys')).toEqual({ start: 4, end: 10 }));

  it.each(['the envoys met', 'The envoys met on Tuesday', 'Mon day', 'envoys.met', '"Nothing', 'metagain', ' ', ''])(
    'is not found: "%s"',
    (quote) => expect(found(quote)).toBeNull(),
  );

  it.each<[string, number, number, boolean]>([
    ['met on Monday.', 11, 25, true],
    ['The envoys met', 60, 74, true],
    ['The envoys met', 0, 13, false],
    ['The envoys met', 0, 15, false],
    ['Nothing was said', 30, 46, false],
    [' ', 3, 4, false],
    ['met again.', 71, 1000, false],
  ])('is at a place that it fills: %s, %i to %i', (quote, start, end, isThere) =>
    expect(quotable(body).isAt(quote, { start, end })).toBe(isThere),
  );

  it.each([
    ['The envoys met on Tuesday', 'The envoys met on'],
    ['agreed”,  said Y', 'agreed”, said'],
    ['"Nothing was agreed"', null],
    ['The ministers', null],
    ['', null],
  ])('that the text does not contain is matched as far as it goes: %s', (quote, words) =>
    expect(quotable(body).longestBeginning(quote)).toBe(words),
  );

  it('is found in a mebibyte without delay', () => {
    const long = quotable('a '.repeat(512 * 1024));
    expect(long.find(`${'a '.repeat(900)}b`)).toBeNull();
    expect(long.find('a a')).toEqual({ start: 0, end: 3 });
  });

  prop.prop([fc.string(), fc.string({ minLength: 1 }), fc.string()])(
    'of any text is found in it, white space aside',
    (before, quote, after) => {
      const place = quotable(before + quote + after).find(quote);
      const words = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
      expect(place === null ? '' : words((before + quote + after).slice(place.start, place.end))).toBe(words(quote));
    },
  );
});
