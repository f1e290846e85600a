import { describe, expect, it } from '@jest/globals';
import { createLogger } from '#platform/logging/logger.js';
import { examine, type HealthCheck } from './readiness.js';

const silent = createLogger('silent');
const fine = { ready: true, detail: 'fine' };

/** As `pg` tells it: with the host, the user and the statement. */
const ofDatabase = (message: string, code: string): Error => Object.assign(new Error(message), { code });

describe('readiness', () => {
  it('is that of all parts together', async () => {
    const report = await examine(
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
    ['says so', () => ({ ready: false, detail: 'demo is being loaded' }), 'demo is being loaded'],
    [
      'throws',
      () => {
        throw ofDatabase('connect ECONNREFUSED 10.1.2.3:5432', 'ECONNREFUSED');
      },
      'the database cannot be reached',
    ],
    ['rejects', () => Promise.reject(ofDatabase('permission denied for table log_head', '42501')), 'the check failed'],
    ['does not answer', () => new Promise<never>(() => undefined), 'no answer within 20 ms'],
  ])('is not there while one part %s', async (_name, check, detail) => {
    const report = await examine(
      [
        { name: 'good', check: () => fine },
        { name: 'bad', check },
      ],
      silent,
      20,
    );
    expect(report).toEqual({ ready: false, checks: { good: fine, bad: { ready: false, detail } } });
  });

  it('tells the log the code of what went wrong, and nobody its text', async () => {
    const logged: unknown[] = [];
    const check: HealthCheck['check'] = () => Promise.reject(ofDatabase('relation "secret" does not exist', '42P01'));
    const report = await examine([{ name: 'schema', check }], {
      warn: (fields: unknown) => void logged.push(fields),
    } as typeof silent);
    expect(logged).toEqual([{ check: 'schema', code: '42P01' }]);
    expect(JSON.stringify(report)).not.toContain('secret');
  });
});
