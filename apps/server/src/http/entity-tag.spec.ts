import { describe, expect, it } from '@jest/globals';
import { entityTag, matchedVersion, noneMatch } from './entity-tag.js';

describe('an entity tag', () => {
  it('is a quoted text, the same for the same content', () => {
    expect(entityTag('{"a":1}')).toBe(entityTag('{"a":1}'));
    expect(entityTag('{"a":1}')).not.toBe(entityTag('{"a":2}'));
    expect(entityTag('')).toMatch(/^W\/"[\w-]{27}"$/);
  });
});

describe('If-None-Match', () => {
  const tag = '"abc"';
  it.each(['"abc"', 'W/"abc"', '"x", "abc"', ' * ', '"x",W/"abc"'])('names the tag: %s', (header) =>
    expect(noneMatch(header, tag)).toBe(false),
  );
  it.each([undefined, '"abd"', 'abc', '', '"x" "abc"'])('does not name it: %s', (header) =>
    expect(noneMatch(header, tag)).toBe(true),
  );
});

describe('If-Match', () => {
  it.each([
    [undefined, null],
    ['*', null],
    ['"17"', 17],
    [' "17" ', 17],
    ['W/"17"', -1],
    ['"017"', -1],
    ['"abc"', -1],
    ['""', -1],
  ])('%s requires version %s', (header, version) => expect(matchedVersion(header)).toBe(version));

  it.each(['17', '"1", "2"', '"1', ''])('is refused: %s', (header) => {
    expect(() => matchedVersion(header)).toThrow(expect.objectContaining({ code: 'bad-parameter' }));
  });
});
