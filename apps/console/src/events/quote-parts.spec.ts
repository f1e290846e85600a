import { expect, it } from '@jest/globals';
import { quoteParts } from './quote-parts.js';

it('a text is cut at the offsets of its quote, in UTF-16 units', () => {
  const text = 'She said 🎉: “until 10 November”.\nNo more.';
  const start = text.indexOf('until');
  expect(quoteParts(text, start, start + 17)).toEqual({
    before: 'She said 🎉: “',
    quote: 'until 10 November',
    after: '”.\nNo more.',
  });
});

it.each([
  [undefined, 3],
  [3, undefined],
  [-1, 3],
  [3, 3],
  [3, 99],
])('offsets %s to %s that do not lie in it cut nothing', (start, end) => {
  expect(quoteParts('a short text', start, end)).toBeNull();
});
