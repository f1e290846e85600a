import { describe, expect, it } from '@jest/globals';
import { FailureSummary } from './failure-summary.js';

type Pool = Parameters<FailureSummary['flush']>[0];

/** A pool that keeps what is noted, or is away. */
function trail() {
  const noted: { subject: unknown; detail: unknown }[] = [];
  const pool = {
    query: (_sql: string, [, , subject, detail]: string[]) =>
      Promise.resolve(noted.push({ subject, detail: JSON.parse(detail ?? '') })),
  } as unknown as Pool;
  return { noted, pool, away: { query: () => Promise.reject(new Error('away')) } as unknown as Pool };
}

describe('keys that were not right', () => {
  it('are told once a network, with how many and when', async () => {
    let seconds = 0;
    const summary = new FailureSummary(() => new Date(1_000 * seconds++));
    for (const address of ['10.0.0.1', '2001:db8::1', '10.0.0.1', '2001:db8::2']) summary.failed(address);
    const { noted, pool } = trail();
    await summary.flush(pool);
    await summary.flush(pool);
    expect(noted).toEqual([
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

  it('are told with the next where the database is away', async () => {
    const summary = new FailureSummary();
    const { noted, pool, away } = trail();
    summary.failed('10.0.0.1');
    await expect(summary.flush(away)).rejects.toThrow('away');
    summary.failed('10.0.0.1');
    await summary.flush(pool);
    expect(noted).toMatchObject([{ subject: '10.0.0.1', detail: { times: 2 } }]);
  });

  it('from more networks than anybody reads are told together', async () => {
    const summary = new FailureSummary();
    for (let n = 0; n < 1_500; n++) summary.failed(`10.0.${Math.floor(n / 256)}.${n % 256}`);
    const { noted, pool } = trail();
    await summary.flush(pool);
    expect(noted).toHaveLength(1_001);
    expect(noted.find(({ subject }) => subject === 'others')).toMatchObject({ detail: { times: 500 } });
  });
});
