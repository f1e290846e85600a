import { describe, expect, it } from '@jest/globals';
import { fc, test } from '@fast-check/jest';
import { compareTexts, MAX_PARTS, type TextComparison } from './compare-texts.js';

const MIB = 1024 * 1024;

/** `[-removed-]`, `{+added+}`, as `git diff --word-diff` shows them. */
const shown = ({ parts }: TextComparison): string =>
  parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('');
const only = ({ parts }: TextComparison, kind: 'removed' | 'added'): string =>
  parts
    .filter((part) => part.kind === kind || part.kind === 'same')
    .map(({ text }) => text)
    .join('');
const folded = (text: string): string => text.replaceAll(/\s+/g, '');

describe('two texts', () => {
  it.each<[string, before: string, after: string, comparison: string]>([
    ['are equal', 'Nothing was agreed.', 'Nothing was agreed.', 'Nothing was agreed.'],
    [
      'differ in a word',
      'They met on Monday in Oslo.',
      'They met on Tuesday in Oslo.',
      'They met on [-Monday -]{+Tuesday +}in Oslo.',
    ],
    ['differ at the end', 'They met.', 'They met. Nothing was agreed.', 'They met. {+Nothing was agreed.+}'],
    [
      'differ in a number',
      'A rate of 1,000.5 percent',
      'A rate of 1,000.6 percent',
      'A rate of [-1,000.5 -]{+1,000.6 +}percent',
    ],
    ['differ in a sign', '“No,” he said', '“No!” he said', '“No[-,-]{+!+}” he said'],
    ['differ in a hyphen', 'a re-signed deal', 'a resigned deal', 'a [-re-signed -]{+resigned +}deal'],
    ['have nothing in common', 'a b', 'c d', '[-a b-]{+c d+}'],
    ['of which the one is white space', ' \n', 'They met.', '{+They met.+}'],
    ['differ in white space alone', 'They  met.\r\n\r\nIn Oslo.\n', '\tThey met. In\nOslo.', 'They met. In\nOslo.'],
    [
      'differ in a paragraph',
      'One.\n\nTwo.\n\nThree.',
      'One.\n\nThree.\n\nFour.',
      'One.\n\n[-Two.\n\n-]Three.\n\n{+Four.+}',
    ],
    [
      'of which the later joins paragraphs',
      'One two.\nThree four.',
      'One two. Three five.',
      'One two. Three [-four-]{+five+}.',
    ],
    ['without spaces between words', '双方周一会谈', '双方周二会谈', '双方周[-一-]{+二+}会谈'],
    ['of letters with marks', 'cafe\u0301 noir', 'cafe noir', '[-cafe\u0301 -]{+cafe +}noir'],
  ])('%s', (_, before, after, comparison) => {
    const found = compareTexts(before, after);
    expect([shown(found), found.coarse]).toEqual([comparison, false]);
  });

  const word = fc.constantFrom('a', 'b', 'c', '.', ',', '1,000', '会', '\n', '\n\n', ' ', '\t', 'é');
  const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(''));
  test.prop([text, text])('are both in the comparison, whatever they are', (before, after) => {
    const found = compareTexts(before, after);
    expect(only(found, 'added')).toBe(after.trimStart());
    expect(folded(only(found, 'removed'))).toBe(folded(before));
    const kinds = found.parts.map(({ kind }) => kind);
    expect(kinds.filter((kind, i) => kind === kinds[i + 1])).toEqual([]);
  });
});

describe('the work and the answer are bounded for', () => {
  /** Letters and digits that a multiplication scatters: a text without a pattern, and always the same. */
  const scattered = (words: number, seed: number): string =>
    Array.from({ length: words }, (_, i) => ((i * 2_654_435_761 + seed) % 4_294_967_296).toString(36)).join(' ');
  const both = (found: TextComparison, before: string, after: string): void => {
    expect(only(found, 'added')).toBe(after);
    expect(folded(only(found, 'removed')) === folded(before)).toBe(true);
    expect(found.parts.length).toBeLessThanOrEqual(MAX_PARTS + 3);
  };

  it.each<[string, before: string, after: string]>([
    ['1 MiB of words that have nothing in common', scattered(150_000, 1), scattered(150_000, 2).toUpperCase()],
    [
      '1 MiB of the same words in another order',
      scattered(150_000, 1),
      scattered(150_000, 1).split(' ').reverse().join(' '),
    ],
    ['1 MiB of two words', 'a b '.repeat(MIB / 4), 'b a a '.repeat(MIB / 6)],
    ['half a million lines', 'a\nb\n'.repeat(MIB / 4), 'b\nc\na\n'.repeat(MIB / 6)],
    ['1 MiB of one word', 'x'.repeat(MIB), 'x'.repeat(MIB - 1)],
    ['1 MiB of spaces', `a${' '.repeat(MIB)}b`, `a${'\n'.repeat(MIB)}c`],
    ['1 MiB of points and apostrophes', 'a.'.repeat(MIB / 2), "a'".repeat(MIB / 2)],
    ['1 MiB of marks', `e${'\u0301'.repeat(MIB / 2)}`, `a${'\u0301'.repeat(MIB / 2)}`],
  ])('%s', (_, before, after) => {
    const begun = performance.now();
    const found = compareTexts(before, after);
    // Some 0.3 s; without bounds, hours.
    expect(performance.now() - begun).toBeLessThan(10_000);
    both(found, before, after);
  });

  it('every second word of 1 MiB, of which only so many parts are told', () => {
    const words = scattered(100_000, 3).split(' ');
    const [before, after] = [words.join(' '), words.map((one, i) => (i % 2 === 0 ? one : 'new')).join(' ')];
    const found = compareTexts(before, after);
    expect(found.coarse).toBe(true);
    both(found, before, after);
  });

  it('every second paragraph, of which only so many parts are told', () => {
    const lines = scattered(40_000, 4).split(' ');
    const [before, after] = [lines.join('\n'), lines.map((one, i) => (i % 2 === 0 ? one : 'new')).join('\n')];
    const found = compareTexts(before, after);
    expect(found.coarse).toBe(true);
    both(found, before, after);
  });

  it('a passage that was written anew, beside others that are still compared word by word', () => {
    const old = scattered(20_000, 5);
    const anew = old.split(' ').reverse().join(' ');
    const found = compareTexts(
      `${old}\n\nIt ends.\n\nThey met on Monday.`,
      `${anew}\n\nIt ends.\n\nThey met on Tuesday.`,
    );
    expect(found.coarse).toBe(true);
    expect(found.parts.slice(-4).map(({ text }) => text)).toEqual([
      'It ends.\n\nThey met on ',
      'Monday',
      'Tuesday',
      '.',
    ]);
  });
});
