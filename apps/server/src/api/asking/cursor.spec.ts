import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { cursorsOf } from './cursor.js';

const Place = z.strictObject({ at: z.int(), after: z.string() });
const stories = cursorsOf('stories', Place);
const place = { at: 17, after: 'us-china-trade' };

describe('a cursor', () => {
  it('leads back to its place, and can stand in a URL as it is', () => {
    const cursor = stories.write(place);
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(stories.read(cursor)).toEqual(place);
  });

  const cursor = stories.write(place);
  it.each([
    ['nothing', ''],
    ['a word', 'abc'],
    ['a part', cursor.slice(0, -2)],
    ['more', `${cursor}AAAA`],
    ['other letters', `${cursor.slice(0, 10)}${cursor[10] === 'A' ? 'B' : 'A'}${cursor.slice(11)}`],
    ['characters of another alphabet', `${cursor}=`],
    ['the cursor of another list', cursorsOf('events', Place).write(place)],
    ['the cursor of another shape', cursorsOf('stories', z.strictObject({ at: z.int() })).write({ at: 1 })],
    ['two cursors', `${cursor},${cursor}`],
  ])('is refused where it is %s', (_name, text) => {
    expect(() => stories.read(text)).toThrow(expect.objectContaining({ code: 'bad-cursor' }));
  });
});
