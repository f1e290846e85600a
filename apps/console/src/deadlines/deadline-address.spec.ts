import { describe, expect, it } from '@jest/globals';
import { listAddress } from './deadline-address.js';

describe('the address of a list of deadlines', () => {
  it('has its format, its filter and its clocks', () => {
    expect(listAddress('csv', { state: 'overdue', story: 'a-story' }, { asOf: '2025-10-26' })).toBe(
      '/v1/deadlines?format=csv&state=overdue&story=a-story&asOf=2025-10-26',
    );
  });

  it('has nothing that is not given', () => {
    expect(listAddress('ics', { state: undefined }, {})).toBe('/v1/deadlines?format=ics');
  });
});
