import { describe, expect, it } from '@jest/globals';
import { LineSplitter } from './line-splitter.js';

/** The lines of a text that comes in chunks of a size. */
function split(text: string | Buffer, size: number, maxBytes?: number): [number, string | null][] {
  const splitter = new LineSplitter(maxBytes);
  const bytes = Buffer.from(text);
  const lines = [];
  for (let at = 0; at < bytes.length; at += size) lines.push(...splitter.push(bytes.subarray(at, at + size)));
  return [...lines, ...splitter.end()].map(({ number, bytes }) => [number, bytes?.toString() ?? null]);
}

describe.each([1, 2, 3, 7, 1000])('a text that comes in chunks of %i bytes', (size) => {
  it.each<[string, string, [number, string | null][]]>([
    [
      'is split at its line breaks',
      'one\ntwo\nthree\n',
      [
        [1, 'one'],
        [2, 'two'],
        [3, 'three'],
      ],
    ],
    [
      'may have no line break at its end',
      'one\ntwo',
      [
        [1, 'one'],
        [2, 'two'],
      ],
    ],
    [
      'may have the line breaks of Windows',
      'one\r\ntwo\r\n\r\n',
      [
        [1, 'one'],
        [2, 'two'],
      ],
    ],
    [
      'has empty lines, which count and are left out',
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
    ['may be only a byte order mark', '\uFEFF\r\n', []],
    ['may be empty', '', []],
    [
      'keeps its characters',
      'ü€😀\n中',
      [
        [1, 'ü€😀'],
        [2, '中'],
      ],
    ],
  ])('%s', (_, text, lines) => expect(split(text, size)).toEqual(lines));

  it('has no line longer than the limit', () => {
    expect(split('12345\n123456\nx', size, 5).slice(0, 2)).toEqual([
      [1, '12345'],
      [2, null],
    ]);
  });
});

it('a line that never ends is reported before its end', () => {
  const splitter = new LineSplitter(1000);
  expect(splitter.push(Buffer.alloc(600, 'x'))).toEqual([]);
  expect(splitter.push(Buffer.alloc(600, 'x'))).toEqual([{ number: 1, bytes: null }]);
});
