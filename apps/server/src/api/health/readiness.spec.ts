import { describe, expect, it } from '@jest/globals';
import { examine } from './readiness.js';

const fine = { ready: true, detail: 'fine' };

describe('readiness', () => {
  it('is that of all parts together', async () => {
    const report = await examine([
      { name: 'database', check: () => Promise.resolve(fine) },
      { name: 'views', check: () => ({ ready: true, detail: '2 behind', facts: { lag: 2 } }) },
    ]);
    expect(report).toEqual({ ready: true, checks: { database: fine, views: { ready: true, detail: '2 behind', facts: { lag: 2 } } } });
  });

  it.each([
    ['says so', () => ({ ready: false, detail: 'demo is being loaded' }), 'demo is being loaded'],
    [
      'throws',
      () => {
        throw new Error('connect ECONNREFUSED');
      },
      'connect ECONNREFUSED',
    ],
    ['rejects', () => Promise.reject(new Error('terminated')), 'terminated'],
    ['does not answer', () => new Promise<never>(() => undefined), 'no answer within 20 ms'],
  ])('is not there while one part %s', async (_name, check, detail) => {
    const report = await examine(
      [
        { name: 'good', check: () => fine },
        { name: 'bad', check },
      ],
      20,
    );
    expect(report).toEqual({ ready: false, checks: { good: fine, bad: { ready: false, detail } } });
  });
});
