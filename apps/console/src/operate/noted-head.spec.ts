import { describe, expect, it } from '@jest/globals';
import { comparedWith, noteOf, parseNotedHead } from './noted-head.js';

const hash = '18fd33e27b0a89563019b1d698aa30c1742b6370919845c2f0f384c65c0c315c';
const other = hash.replace('18fd', '0000');

describe('a noted head', () => {
  it.each([
    `69 ${hash}`,
    `@69 ${hash.toUpperCase()}`,
    `{"position":69,"hash":"${hash}"}`,
    `"hash": "${hash}", "position": 69`,
    noteOf({ position: 69, hash }),
  ])('is read from %s', (text) => {
    expect(parseNotedHead(text)).toEqual({ position: 69, hash });
  });

  it.each(['', '69', hash, `69 ${hash.slice(1)}`, `69 ${hash}0`, `0 ${hash}`])('is not read from "%s"', (text) => {
    expect(parseNotedHead(text)).toBeNull();
  });

  it.each([
    [69, hash, true, 'the head of the log now'],
    [69, other, false, 'another hash'],
    [70, hash, false, 'The log ends at @69'],
    [60, other, true, '9 events were recorded since'],
  ])('at @%i with %s is compared with the head', (position, noted, fits, words) => {
    const compared = comparedWith({ position, hash: noted }, { position: 69, hash });
    expect(compared).toEqual({ fits, words: expect.stringContaining(words) });
  });
});
