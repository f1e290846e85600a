import { describe, expect, it } from '@jest/globals';
import { FailedAttempts, FailureSummary } from './failed-attempts.js';

type Pool = Parameters<FailureSummary['flush']>[0];

/** A pool that keeps the written entries, and one that fails. */
function auditTrail() {
  const written: { subject: unknown; detail: unknown }[] = [];
  const pool = {
    query: (_sql: string, [, , subject, detail]: string[]) =>
      Promise.resolve(written.push({ subject, detail: JSON.parse(detail ?? '') })),
  } as unknown as Pool;
  return { written, pool, away: { query: () => Promise.reject(new Error('away')) } as unknown as Pool };
}

describe('the summary of invalid keys', () => {
  it('has one entry a network, with their number and times', async () => {
    let seconds = 0;
    const summary = new FailureSummary(() => new Date(1_000 * seconds++));
    for (const address of ['10.0.0.1', '2001:db8::1', '10.0.0.1', '2001:db8::2']) summary.failed(address);
    const { written, pool } = auditTrail();
    await summary.flush(pool);
    await summary.flush(pool);
    expect(written).toEqual([
      {
        subject: '10.0.0.1',
        detail: { times: 2, first: '1970-01-01T00:00:00.000Z', last: '1970-01-01T00:00:02.000Z' },
      },
      {
        subject: '2001:db8:0:0',
        detail: { times: 2, first: '1970-01-01T00:00:01.000Z', last: '1970-01-01T00:00:03.000Z' },
      },
    ]);
  });

  it('keeps what could not be written for the next time', async () => {
    const summary = new FailureSummary();
    const { written, pool, away } = auditTrail();
    summary.failed('10.0.0.1');
    await expect(summary.flush(away)).rejects.toThrow('away');
    summary.failed('10.0.0.1');
    await summary.flush(pool);
    expect(written).toMatchObject([{ subject: '10.0.0.1', detail: { times: 2 } }]);
  });

  it('has one entry for all networks beyond a thousand', async () => {
    const summary = new FailureSummary();
    for (let n = 0; n < 1_500; n++) summary.failed(`10.0.${Math.floor(n / 256)}.${n % 256}`);
    const { written, pool } = auditTrail();
    await summary.flush(pool);
    expect(written).toHaveLength(1_001);
    expect(written.find(({ subject }) => subject === 'others')).toMatchObject({ detail: { times: 500 } });
  });
});

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

  it('below the limit, or of another address, block nothing', () => {
    const attempts = new FailedAttempts(options);
    attempts.failed('10.0.0.1', 0);
    attempts.failed('10.0.0.1', 0);
    expect(attempts.blockedFor('10.0.0.1', 1)).toBe(0);
    expect(failedThrice().blockedFor('10.0.0.2', 3_000)).toBe(0);
  });

  it('are counted from zero after the window', () => {
    const attempts = failedThrice();
    attempts.failed('10.0.0.1', 61_000);
    expect(attempts.blockedFor('10.0.0.1', 61_000)).toBe(0);
  });

  it('are counted together for one IPv6 network, and for both forms of an IPv4 address', () => {
    expect(failedThrice('2001:db8:1:2::7').blockedFor('2001:db8:1:2:9:9:9:9', 3_000)).toBeGreaterThan(0);
    expect(failedThrice('2001:db8:1:2::7').blockedFor('2001:db8:1:3::7', 3_000)).toBe(0);
    expect(failedThrice('::ffff:10.0.0.1').blockedFor('10.0.0.1', 3_000)).toBeGreaterThan(0);
    expect(failedThrice('::1').blockedFor('fe80::1', 3_000)).toBe(0);
  });

  it('are remembered for a limited number of addresses: the least recent is dropped', () => {
    const attempts = new FailedAttempts({ ...options, limit: 1, addresses: 2 });
    for (const [now, address] of ['a', 'b', 'c'].entries()) attempts.failed(address, now);
    expect(['a', 'b', 'c'].map((address) => attempts.blockedFor(address, 3) > 0)).toEqual([false, true, true]);
  });
});
