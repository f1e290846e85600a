import { describe, expect, it } from '@jest/globals';
import { requestIdOf } from './default-headers.js';

const idFor = (given?: string): string =>
  requestIdOf({ headers: given === undefined ? {} : { 'x-request-id': given } });

describe('the id of a request', () => {
  it.each(['a', 'trace/01:~!', 'x'.repeat(128)])('is the id that the client sent: %s', (given) =>
    expect(idFor(given)).toBe(given),
  );

  it.each([undefined, '', 'two words', 'x'.repeat(129), 'né', 'a, b', '<b>', '"a"'])(
    'is a new id instead of %s',
    (given) => {
      expect(idFor(given)).toMatch(/^[\da-f]{8}-[\da-f-]{27}$/);
      expect(idFor(given)).not.toBe(idFor(given));
    },
  );
});
