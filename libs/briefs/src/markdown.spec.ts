import { describe, expect, it } from '@jest/globals';
import { asMarkdown, type Note } from './markdown.js';

const none: Note = { quote: null, publisher: null, url: null, publishedAt: null, attributedTo: null, reason: null };
const gazette: Note = {
  ...none,
  publisher: 'Morning Gazette',
  url: 'https://example.org/a',
  publishedAt: '2025-10-26',
};
const text = (sentence: string, events: string[]) => ({
  headline: 'A story',
  sections: [{ title: 'Now', sentences: [{ text: sentence, events }] }],
});

describe('a brief as Markdown', () => {
  it('has one footnote per source, shared by events with the same quote', () => {
    const notes = new Map([
      ['1', { ...gazette, quote: 'they met' }],
      ['2', { ...gazette, quote: 'they met' }],
      ['3', { ...gazette, quote: '“a lot', attributedTo: 'Donald Trump' }],
      ['4', { ...none, reason: 'a slip' }],
    ]);
    expect(asMarkdown(text('They met.', ['1', '2', '3', '4', '5']), ['As of today.', 'Left out: *x*.'], notes)).toBe(
      [
        '# A story\n',
        '_As of today._\n',
        '_Left out: \\*x\\*._\n',
        '## Now\n',
        '- They met.[^1][^2][^3][^4]\n',
        '[^1]: “they met” – [Morning Gazette](<https://example.org/a>), 26 October 2025.',
        '[^2]: “a lot” – Donald Trump, as reported by [Morning Gazette](<https://example.org/a>), 26 October 2025.',
        '[^3]: Correction: a slip.',
        '[^4]: An event of this record.\n',
      ].join('\n'),
    );
  });

  it('escapes all markup in texts and sources', () => {
    const notes = new Map([
      ['1', { ...gazette, quote: 'a\n\n# b', publisher: '[x](y)', url: 'https://example.org/<a>' }],
    ]);
    const markdown = asMarkdown(text('1. <b>*x*</b> `y` [z](w) & ~q~', ['1']), [], notes);
    expect(markdown).toContain('- 1\\. \\<b\\>\\*x\\*\\</b\\> \\`y\\` \\[z\\](w) \\& \\~q\\~[^1]');
    expect(markdown).toContain('[^1]: “a \\# b” – [\\[x\\](y)](<https://example.org/%3Ca%3E>), 26 October 2025.');
  });
});
