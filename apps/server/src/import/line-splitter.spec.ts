import { describe, expect, it } from '@jest/globals';
import { LineSplitter } from './line-splitter.js';

/** What a text is cut into, coming in pieces of a size. */
function cut(text: string | Buffer, size: number, longest?: number): [number, string | null][] {
  const splitter = new LineSplitter(longest);
  const bytes = Buffer.from(text);
  const lines = [];
  for (let at = 0; at < bytes.length; at += size) lines.push(...splitter.push(bytes.subarray(at, at + size)));
  return [...lines, ...splitter.end()].map(({ number, bytes }) => [number, bytes?.toString() ?? null]);
}

describe.each([1, 2, 3, 7, 1000])('a text that comes in pieces of %i bytes', (size) => {
  it.each<[string, string, [number, string | null][]]>([
    [
      'is cut at its line ends',
      'one\ntwo\nthree\n',
      [
        [1, 'one'],
        [2, 'two'],
        [3, 'three'],
      ],
    ],
    [
      'may lack the last line end',
      'one\ntwo',
      [
        [1, 'one'],
        [2, 'two'],
      ],
    ],
    [
      'may have the line ends of Windows',
      'one\r\ntwo\r\n\r\n',
      [
        [1, 'one'],
        [2, 'two'],
      ],
    ],
    [
      'has its empty lines counted and left out',
      '\n\none\n \t\ntwo\n\n',
      [
        [3, 'one'],
        [5, 'two'],
      ],
    ],
    [
      'may begin with a byte order mark',
      '\uFEFFone\n\uFEFFtwo',
      [
        [1, 'one'],
        [2, '\uFEFFtwo'],
      ],
    ],
    ['may be a mark and nothing else', '\uFEFF\r\n', []],
    ['may be nothing', '', []],
    [
      'keeps its characters whole',
      'ü€😀\n中',
      [
        [1, 'ü€😀'],
        [2, '中'],
      ],
    ],
  ])('%s', (_, text, lines) => expect(cut(text, size)).toEqual(lines));

  it('has no line longer than it may be', () => {
    expect(cut('12345\n123456\nx', size, 5).slice(0, 2)).toEqual([
      [1, '12345'],
      [2, null],
    ]);
  });
});

it('a line that never ends is told of before its end', () => {
  const splitter = new LineSplitter(1000);
  expect(splitter.push(Buffer.alloc(600, 'x'))).toEqual([]);
  expect(splitter.push(Buffer.alloc(600, 'x'))).toEqual([{ number: 1, bytes: null }]);
});
