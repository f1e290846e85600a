import { describe, expect, it } from '@jest/globals';
import { validate, version } from 'uuid';
import { newEventId } from './append-request.js';

describe('the id of an event', () => {
  it('is a UUID of version 7 that begins with the time', () => {
    const before = Date.now();
    const id = newEventId();
    expect([validate(id), version(id)]).toEqual([true, 7]);
    const time = parseInt(id.replace('-', '').slice(0, 12), 16);
    expect(time).toBeGreaterThanOrEqual(before);
    expect(time).toBeLessThanOrEqual(Date.now());
  });

  it('is different each time', () => {
    expect(new Set(Array.from({ length: 1000 }, newEventId)).size).toBe(1000);
  });
});
