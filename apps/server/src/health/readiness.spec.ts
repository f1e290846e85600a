import { createLogger } from '#platform/logging/logger.js';
import { describe, expect, it } from '@jest/globals';
import { type HealthCheck, memoized, runHealthChecks } from './readiness.js';

/** A question that counts how often it was asked. */
function counted() {
  let [asked, now] = [0, 0];
  let answer: (value: number) => void = () => undefined;
  const ask = memoized(
    () => {
      asked += 1;
      return new Promise<number>((resolve) => (answer = resolve));
    },
    { every: 1_000, burst: 3, now: () => now },
  );
  return { ask, asked: () => asked, answer: () => answer(asked), pass: (ms: number) => void (now += ms) };
}

describe('a question that is remembered', () => {
  it('is asked once for all who wait for it', async () => {
    const { ask, asked, answer } = counted();
    const all = [ask(), ask(), ask()];
    expect(asked()).toBe(1);
    answer();
    expect(await Promise.all(all)).toEqual([1, 1, 1]);
  });

  it('is asked some times at once, and then once a second, however many want to know', async () => {
    const { ask, asked, answer, pass } = counted();
    for (let n = 0; n < 100; n += 1) {
      const told = ask();
      answer();
      await told;
    }
    expect(asked()).toBe(3);
    for (let n = 0; n < 1_000; n += 1) {
      pass(10);
      const told = ask();
      answer();
      expect(await told).toBe(asked());
    }
    expect(asked()).toBe(13);
  });

  it('is asked anew by who asks now and then', async () => {
    const { ask, asked, answer, pass } = counted();
    for (let n = 1; n < 10; n += 1) {
      pass(1_000);
      const told = ask();
      answer();
      await told;
      expect(asked()).toBe(n);
    }
  });
});

const silent = createLogger('silent');
const fine = { ready: true, detail: 'fine' };

/** As `pg` throws it: with the host, the user and the statement in its message. */
const ofDatabase = (message: string, code: string): Error => Object.assign(new Error(message), { code });

describe('readiness', () => {
  it('needs all checks to be ready', async () => {
    const report = await runHealthChecks(
      [
        { name: 'database', check: () => Promise.resolve(fine) },
        { name: 'views', check: () => ({ ready: true, detail: '2 behind', facts: { lag: 2 } }) },
      ],
      silent,
    );
    expect(report).toEqual({
      ready: true,
      checks: { database: fine, views: { ready: true, detail: '2 behind', facts: { lag: 2 } } },
    });
  });

  it.each([
    ['returns so', () => ({ ready: false, detail: 'demo is being loaded' }), 'demo is being loaded'],
    [
      'throws',
      () => {
        throw ofDatabase('connect ECONNREFUSED 10.1.2.3:5432', 'ECONNREFUSED');
      },
      'the database cannot be reached',
    ],
    ['rejects', () => Promise.reject(ofDatabase('permission denied for table log_head', '42501')), 'the check failed'],
    ['does not answer', () => new Promise<never>(() => undefined), 'no answer within 20 ms'],
  ])('is missing while one check %s', async (_name, check, detail) => {
    const report = await runHealthChecks(
      [
        { name: 'good', check: () => fine },
        { name: 'bad', check },
      ],
      silent,
      20,
    );
    expect(report).toEqual({ ready: false, checks: { good: fine, bad: { ready: false, detail } } });
  });

  it('logs the code of an error, and reports no more than that', async () => {
    const logged: unknown[] = [];
    const check: HealthCheck['check'] = () => Promise.reject(ofDatabase('relation "secret" does not exist', '42P01'));
    const report = await runHealthChecks([{ name: 'schema', check }], {
      warn: (fields: unknown) => void logged.push(fields),
    } as typeof silent);
    expect(logged).toEqual([{ check: 'schema', code: '42P01' }]);
    expect(JSON.stringify(report)).not.toContain('secret');
  });
});
