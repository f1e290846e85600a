import { describe, expect, it } from '@jest/globals';
import { isTransientDatabaseError, isUniqueViolation } from './database-errors.js';

const coded = (code: string, more = {}): Error => Object.assign(new Error('x'), { code, ...more });

describe('a transient error of the database', () => {
  it.each([
    ['a refused connection', coded('ECONNREFUSED')],
    ['a socket that does not exist', coded('ENOENT', { syscall: 'connect' })],
    ['a shutdown by an administrator', coded('57P01')],
    ['a start that is under way', coded('57P03')],
    ['any code of the class of connection errors', coded('08006')],
    ['no connection left', coded('53300')],
    ['a pool that waited for a connection too long', new Error('timeout exceeded when trying to connect')],
    ['a connection that ended', new Error('Connection terminated unexpectedly')],
    ['a connection that all addresses refused', new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')])],
    [
      'one of these as the cause of another error',
      new Error('append failed', { cause: new Error('wrapped', { cause: coded('57P01') }) }),
    ],
  ])('is %s', (_name, error) => expect(isTransientDatabaseError(error)).toBe(true));

  it.each([
    ['a violated constraint', coded('23505')],
    ['a column that is missing', coded('42703')],
    ['a file that is missing', coded('ENOENT', { syscall: 'open' })],
    ['a code that only begins like such a class', coded('08ABCDE')],
    ['a bug', new TypeError('x is undefined')],
    ['a value that is no error', 'ECONNREFUSED'],
  ])('is not %s', (_name, error) => expect(isTransientDatabaseError(error)).toBe(false));

  it('is not looked for in a circle of causes for ever', () => {
    const error: Error & { cause?: unknown } = new Error('round');
    error.cause = error;
    expect(isTransientDatabaseError(error)).toBe(false);
  });
});

const failed = (more: object): Error => Object.assign(new Error('no'), more);

it.each([
  [true, failed({ code: '23505', constraint: 'one_of_each' })],
  [false, failed({ code: '23505', constraint: 'another' })],
  [false, failed({ code: '23503', constraint: 'one_of_each' })],
  [false, { code: '23505', constraint: 'one_of_each' }],
  [false, null],
])('%s: %o says that the constraint kept a row out', (violated, error) => {
  expect(isUniqueViolation(error, 'one_of_each')).toBe(violated);
});
