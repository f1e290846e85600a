import { describe, expect, it } from '@jest/globals';
import { FailedAttempts } from './failed-attempts.js';

const options = { limit: 3, windowMs: 60_000, addresses: 100 };

function failedThrice(address = '10.0.0.1'): FailedAttempts {
  const attempts = new FailedAttempts(options);
  for (const now of [1_000, 2_000, 3_000]) attempts.failed(address, now);
  return attempts;
}

describe('failed attempts', () => {
  it('block an address at the limit, until a window after the first of them', () => {
    const attempts = failedThrice();
    expect(attempts.blockedFor('10.0.0.1', 3_000)).toBe(58);
    expect(attempts.blockedFor('10.0.0.1', 60_999)).toBe(1);
    expect(attempts.blockedFor('10.0.0.1', 61_000)).toBe(0);
  });

  it('below the limit, and of another address, do nothing', () => {
    const attempts = new FailedAttempts(options);
    attempts.failed('10.0.0.1', 0);
    attempts.failed('10.0.0.1', 0);
    expect(attempts.blockedFor('10.0.0.1', 1)).toBe(0);
    expect(failedThrice().blockedFor('10.0.0.2', 3_000)).toBe(0);
  });

  it('are counted anew after the window', () => {
    const attempts = failedThrice();
    attempts.failed('10.0.0.1', 61_000);
    expect(attempts.blockedFor('10.0.0.1', 61_000)).toBe(0);
  });

  it('count together for one IPv6 network, and for an address in both its forms', () => {
    expect(failedThrice('2001:db8:1:2::7').blockedFor('2001:db8:1:2:9:9:9:9', 3_000)).toBeGreaterThan(0);
    expect(failedThrice('2001:db8:1:2::7').blockedFor('2001:db8:1:3::7', 3_000)).toBe(0);
    expect(failedThrice('::ffff:10.0.0.1').blockedFor('10.0.0.1', 3_000)).toBeGreaterThan(0);
    expect(failedThrice('::1').blockedFor('fe80::1', 3_000)).toBe(0);
  });

  it('of many addresses do not pile up: the one longest unheard of is forgotten', () => {
    const attempts = new FailedAttempts({ ...options, limit: 1, addresses: 2 });
    for (const [now, address] of ['a', 'b', 'c'].entries()) attempts.failed(address, now);
    expect(['a', 'b', 'c'].map((address) => attempts.blockedFor(address, 3) > 0)).toEqual([false, true, true]);
  });
});
