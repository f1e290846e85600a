import { describe, expect, it } from '@jest/globals';
import { preferredWait } from './write-protocol.js';

describe('the preferred wait', () => {
  it.each([
    ['wait=5', 5],
    ['respond-async, Wait = "10"; x=y', 10],
    ['wait=0', 0],
    ['wait=3600', 30],
    ['wait=2, wait=9', 2],
  ])('of %s', (prefer, seconds) => expect(preferredWait(prefer)).toBe(seconds));

  it.each([undefined, '', 'wait', 'wait=', 'wait=soon', 'wait=-1', 'wait=1.5', 'waiting=3'])(
    'is none in %s',
    (prefer) => expect(preferredWait(prefer)).toBeNull(),
  );
});
