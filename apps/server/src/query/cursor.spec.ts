import { describe, expect, it } from '@jest/globals';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { cursorsOf, linkToNext } from './cursor.js';
import { DatedPlace, NamePlace, PositionPlace } from './parameters.js';

const secret = randomBytes(32);
const Place = z.strictObject({ at: PositionPlace, after: NamePlace });
const stories = cursorsOf(secret, 'stories', Place);
const place = { at: 17, after: 'us-china-trade' };
const refused: unknown = expect.objectContaining({ code: 'bad-cursor' });

describe('a cursor', () => {
  it('gives back its place, and needs no escapes in a URL', () => {
    const cursor = stories.write(place);
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(stories.read(cursor)).toEqual(place);
  });

  it('is read by every server that has the secret', () => {
    expect(cursorsOf(Buffer.from(secret), 'stories', Place).read(stories.write(place))).toEqual(place);
  });

  const cursor = stories.write(place);
  const json = Buffer.from(JSON.stringify(place));
  const checksum = createHash('sha256').update(`stories\n${json.toString()}`).digest();
  it.each([
    ['empty', ''],
    ['a word', 'abc'],
    ['cut short', cursor.slice(0, -2)],
    ['longer', `${cursor}AAAA`],
    ['altered in one letter', `${cursor.slice(0, 10)}${cursor[10] === 'A' ? 'B' : 'A'}${cursor.slice(11)}`],
    ['padded, which base64url is not', `${cursor}=`],
    ['the cursor of another list', cursorsOf(secret, 'events', Place).write(place)],
    ['the cursor of another shape', cursorsOf(secret, 'stories', z.strictObject({ at: z.int() })).write({ at: 1 })],
    ['the cursor of another secret', cursorsOf(randomBytes(32), 'stories', Place).write(place)],
    ['two cursors', `${cursor},${cursor}`],
    [
      'signed with a checksum that needs no secret',
      Buffer.concat([checksum.subarray(0, 16), json]).toString('base64url'),
    ],
    ['in the earlier format without a key', checksum.toString('base64url').slice(0, 8) + json.toString('base64url')],
  ])('is refused where it is %s', (_name, text) => {
    expect(() => stories.read(text)).toThrow(refused);
  });

  it('is refused where one bit differs', () => {
    const bytes = Buffer.from(cursor, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const other = Buffer.from(bytes);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => stories.read(other.toString('base64url'))).toThrow(refused);
    }
  });
});

/** A cursor with any content and a valid signature, which needs the secret. */
function signed(list: string, json: string): string {
  const signature = createHmac('sha256', secret).update(`${list}\n`).update(json).digest().subarray(0, 16);
  return Buffer.concat([signature, Buffer.from(json)]).toString('base64url');
}

describe('the content of a signed cursor', () => {
  it('is its place', () => {
    expect(stories.read(signed('stories', JSON.stringify(place)))).toEqual(place);
  });

  it.each([
    ['a negative position', '{"at":-1,"after":"a"}'],
    ['a fraction as a position', '{"at":1.5,"after":"a"}'],
    ['a huge position', '{"at":1e300,"after":"a"}'],
    ['a position as text', '{"at":"17","after":"a"}'],
    ['no position', '{"at":null,"after":"a"}'],
    ['NUL', '{"at":17,"after":"a\\u0000"}'],
    ['half a surrogate pair', '{"at":17,"after":"a\\ud800"}'],
    ['a list instead of a text', '{"at":17,"after":["a"]}'],
    ['a list', '[17,"a"]'],
    ['an unknown field', '{"at":17,"after":"a","limit":2000000000}'],
    ['a prototype', '{"at":17,"after":"a","__proto__":{"limit":2}}'],
    ['a missing field', '{"at":17}'],
    ['invalid JSON', '{"at":17'],
  ])('is checked by the schema: %s', (_name, json) => {
    expect(() => stories.read(signed('stories', json))).toThrow(refused);
  });

  it.each([
    '{"validFrom":1.5,"position":1}',
    '{"validFrom":1e300,"position":1}',
    '{"validFrom":1,"position":-1}',
    '{"validFrom":null,"position":1}',
  ])('is within the bounds of dates and positions: %s', (json) => {
    expect(() => cursorsOf(secret, 'facts', DatedPlace).read(signed('facts', json))).toThrow(refused);
  });
});

describe('the link to the next page', () => {
  it('keeps the other parameters and replaces the cursor', () => {
    expect(linkToNext('/v1/stories?limit=2&cursor=old&party=USA', 'new')).toBe(
      '</v1/stories?limit=2&party=USA&cursor=new>; rel="next"',
    );
    expect(linkToNext('/v1/stories', 'new')).toBe('</v1/stories?cursor=new>; rel="next"');
  });
});
