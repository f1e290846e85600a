import { describe, expect, it } from '@jest/globals';
import { isTransientDatabaseError } from './transient-errors.js';

const coded = (code: string, more = {}): Error => Object.assign(new Error('x'), { code, ...more });

describe('a database that is away', () => {
  it.each([
    ['a refused connection', coded('ECONNREFUSED')],
    ['a socket that is not there', coded('ENOENT', { syscall: 'connect' })],
    ['an admin who stops it', coded('57P01')],
    ['one that is starting', coded('57P03')],
    ['a broken connection by its class', coded('08006')],
    ['no room for a connection', coded('53300')],
    ['a pool that waited in vain', new Error('timeout exceeded when trying to connect')],
    ['a connection that ended', new Error('Connection terminated unexpectedly')],
    ['all addresses refused', new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')])],
    [
      'the cause of another error',
      new Error('append failed', { cause: new Error('wrapped', { cause: coded('57P01') }) }),
    ],
  ])('is known by %s', (_name, error) => expect(isTransientDatabaseError(error)).toBe(true));

  it.each([
    ['a constraint that is broken', coded('23505')],
    ['a column that is missing', coded('42703')],
    ['a file that is missing', coded('ENOENT', { syscall: 'open' })],
    ['a code that only looks like a class', coded('08ABCDE')],
    ['a bug', new TypeError('x is undefined')],
    ['no error at all', 'ECONNREFUSED'],
  ])('is not known by %s', (_name, error) => expect(isTransientDatabaseError(error)).toBe(false));

  it('does not follow causes in a circle', () => {
    const error: Error & { cause?: unknown } = new Error('round');
    error.cause = error;
    expect(isTransientDatabaseError(error)).toBe(false);
  });
});
