import { describe, expect, it } from '@jest/globals';
import {
  parsePassage,
  type Passage,
  passageFault,
  passageText,
  piecesOf,
  sentencesOf,
  standsEarlier,
  trimPassage,
  withoutWord,
} from './passages.js';

const ARTICLE = 'GENEVA – The truce 🎉 holds.\nIt will last “until\n10 November”, she said. Nobody <b>left</b>.';
const wordsOf = ({ start, end }: Passage, text = ARTICLE): string => text.slice(start, end);
const place = (words: string, text = ARTICLE): Passage => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});

describe('the sentences of an article', () => {
  it('are counted in UTF-16 units, end at line breaks, and have no white space around them', () => {
    expect(sentencesOf(ARTICLE, 'en').map((one) => wordsOf(one))).toEqual([
      'GENEVA – The truce 🎉 holds.',
      'It will last “until',
      '10 November”, she said.',
      'Nobody <b>left</b>.',
    ]);
  });

  it('are those of the language, and of English where the browser does not know it', () => {
    expect(sentencesOf('今日は。明日も。', 'ja')).toHaveLength(2);
    expect(sentencesOf('One. Two.', 'not a language')).toHaveLength(2);
  });
});

describe('a passage', () => {
  it('stands in the address as its offsets', () => {
    expect(parsePassage(passageText({ start: 12, end: 88 }), 100)).toEqual({ start: 12, end: 88 });
    for (const text of [undefined, '', '88-12', '12-101', '12-', 'a-b', '5-5'])
      expect(parsePassage(text, 100)).toBeNull();
  });

  it('has no white space around it, as the server stores a quote', () => {
    expect(trimPassage(' a b \n', { start: 0, end: 6 })).toEqual({ start: 1, end: 4 });
    expect(trimPassage('a  b', { start: 1, end: 3 })).toBeNull();
  });

  it('loses a word at one of its ends, with what stands around it', () => {
    const sentence = place('It will last “until\n10 November”, she said.');
    const shorter = withoutWord(
      ARTICLE,
      withoutWord(ARTICLE, withoutWord(ARTICLE, sentence, 'first'), 'first'),
      'first',
    );
    expect(wordsOf(shorter)).toBe('“until\n10 November”, she said.');
    const end = withoutWord(ARTICLE, withoutWord(ARTICLE, shorter, 'last'), 'last');
    expect(wordsOf(end)).toBe('“until\n10 November');
    expect(withoutWord(ARTICLE, place('November'), 'last')).toEqual(place('November'));
  });

  it('never loses half an emoji', () => {
    expect(wordsOf(withoutWord(ARTICLE, place('truce 🎉 holds.'), 'first'))).toBe('holds.');
    expect(wordsOf(withoutWord(ARTICLE, place('truce 🎉 holds.'), 'last'))).toBe('truce');
  });

  it('is at most 2,000 characters, an emoji being one', () => {
    const text = '🎉'.repeat(2001);
    expect(passageFault(text, { start: 0, end: 4000 })).toBeNull();
    expect(passageFault(text, { start: 0, end: 4002 })).toContain('2,001 characters');
  });

  it('is known to stand earlier as well', () => {
    expect(standsEarlier('a b a', { start: 4, end: 5 })).toBe(true);
    expect(standsEarlier('a b a', { start: 0, end: 1 })).toBe(false);
  });

  it('cuts the text where marks and used passages begin and end', () => {
    const pieces = piecesOf({ start: 2, end: 10 }, { start: 4, end: 6 }, [{ start: 5, end: 20 }]);
    expect(pieces).toEqual([
      { start: 2, end: 4, marked: false, used: false },
      { start: 4, end: 5, marked: true, used: false },
      { start: 5, end: 6, marked: true, used: true },
      { start: 6, end: 10, marked: false, used: true },
    ]);
    expect(piecesOf({ start: 0, end: 3 }, null, [])).toEqual([{ start: 0, end: 3, marked: false, used: false }]);
  });
});
