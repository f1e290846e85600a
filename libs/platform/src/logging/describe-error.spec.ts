import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { QueryFailedError } from 'typeorm';
import { z } from 'zod';
import { describeError, reasonForOperator, summarizeError, withoutData } from './describe-error.js';

const MARK = 's3cret-word';
/** All properties that PostgreSQL may give an error, with the mark in those that can hold data. */
const properties = {
  ...{
    severity: 'ERROR',
    code: '23505',
    detail: `Key (body)=(${MARK}) exists.`,
    hint: MARK,
    where: `SQL statement "${MARK}"`,
  },
  ...{
    internalQuery: MARK,
    schema: 'public',
    table: 'article',
    column: undefined,
    constraint: 'article_pkey',
    routine: '_bt_check_unique',
  },
};
const databaseError = (more: object = {}): pg.DatabaseError =>
  Object.assign(
    new pg.DatabaseError(`bad ${MARK}\n    at ${MARK} (/app/${MARK}.js:1:1)`, 10, 'error'),
    properties,
    more,
  );
const chain = (depth: number): Error =>
  depth === 0 ? new Error('last') : new Error('next', { cause: chain(depth - 1) });

describe('an error of the database', () => {
  it('is described by its code, its names and its stack', () => {
    const described = describeError(databaseError());
    expect(described).toMatchObject({
      ...{
        type: 'DatabaseError',
        code: '23505',
        constraint: 'article_pkey',
        table: 'article',
        schema: 'public',
        routine: '_bt_check_unique',
      },
      message: 'PostgreSQL refused it: SQLSTATE 23505, constraint article_pkey, table article',
    });
    expect(described.stack).toMatch(
      /^DatabaseError: PostgreSQL refused it.*\n {4}at .*describe-error\.spec\.ts:\d+:\d+/,
    );
    expect(JSON.stringify(described)).not.toContain(MARK);
  });

  it('is described without the query and the parameters that TypeORM adds', () => {
    const error = new QueryFailedError(`insert into article values ('${MARK}')`, [MARK], databaseError());
    const described = describeError(error);
    expect(described).toMatchObject({ type: 'QueryFailedError', code: '23505', table: 'article' });
    expect(JSON.stringify(described)).not.toContain(MARK);
  });

  it('is described without values that are not valid names', () => {
    const described = describeError(
      databaseError({ constraint: `${MARK}!`, table: `a ${MARK}`, routine: 'x'.repeat(64) }),
    );
    expect(described).not.toHaveProperty('constraint');
    expect(JSON.stringify(described)).not.toContain(MARK);
  });
});

describe('any other error', () => {
  it.each<[string, unknown, string]>([
    ['of the program', new Error(`a part is missing\n${MARK}`), 'a part is missing'],
    [
      'of a socket',
      Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
      'connect ECONNREFUSED 127.0.0.1:5432',
    ],
    [
      'with an address',
      new Error(`no answer from redis://user:${MARK}@host:6379/0`),
      'no answer from redis://[hidden]@host:6379/0',
    ],
    ['with a key', new Error(`bad dl_0123abcd_${'a'.repeat(64)}`), 'bad dl_0123abcd_[hidden]'],
    ['of a JSON parser', errorOf(() => JSON.parse(`{"${MARK}`)), 'a text could not be parsed'],
    ['of a schema', errorOf(() => z.strictObject({}).parse({ [MARK]: 1 })), 'a value does not match its schema'],
    [
      'of Redis',
      Object.assign(new Error(`WRONGTYPE ${MARK}`), { name: 'ReplyError', command: { args: [MARK] } }),
      'Redis refused it: WRONGTYPE',
    ],
    [
      'that becomes a problem detail',
      Object.assign(new Error(MARK), { name: 'Problem', code: 'not-found' }),
      'refused: not-found',
    ],
    ['that is a string', MARK, 'the thrown value is not an error'],
    ['that is undefined', undefined, 'the thrown value is not an error'],
    [
      'with properties of its own',
      Object.assign(new Error('failed'), { input: MARK, config: { password: MARK } }),
      'failed',
    ],
  ])('%s is described without its data', (_, error, message) => {
    expect(describeError(error).message).toBe(message);
    expect(summarizeError(error)).toBe(message);
    expect(JSON.stringify(describeError(error))).not.toContain(MARK);
  });

  it('is described with its causes, and with the errors of an AggregateError', () => {
    const described = describeError(
      new Error('outer', { cause: new AggregateError([databaseError(), new Error('other')], '') }),
    );
    expect(described.cause?.errors).toMatchObject([{ code: '23505' }, { message: 'other' }]);
    expect(JSON.stringify(described)).not.toContain(MARK);
    expect(JSON.stringify(describeError(chain(50))).match(/"next"/g)).toHaveLength(5);
  });

  it('can be copied without data', () => {
    const thrown = databaseError();
    const error = withoutData(thrown);
    expect([error.name, error.message]).toEqual(['DatabaseError', expect.stringContaining('SQLSTATE 23505')]);
    expect(error.stack).toMatch(/describe-error\.spec\.ts/);
    expect(describeError(error)).toEqual(describeError(thrown));
    expect(`${error.stack ?? ''}${JSON.stringify(error)}`).not.toContain(MARK);
  });
});

describe('the reason for the operator', () => {
  it.each<[string, unknown, string]>([
    [
      'a wrong password',
      databaseError({ code: '28P01', message: 'password authentication failed for user "news"' }),
      'password authentication failed for user "news"',
    ],
    [
      'a database that cannot be reached',
      new AggregateError([new Error('connect ECONNREFUSED ::1:5432')]),
      'connect ECONNREFUSED ::1:5432',
    ],
    [
      'a violated constraint, without the message',
      databaseError(),
      'PostgreSQL refused it: SQLSTATE 23505, constraint article_pkey, table article',
    ],
    [
      'an error that a function raised, without the message',
      databaseError({ code: '42501', routine: 'exec_stmt_raise' }),
      'PostgreSQL refused it: SQLSTATE 42501, constraint article_pkey, table article',
    ],
  ])('states %s', (_, error, reason) => expect(reasonForOperator(error)).toBe(reason));
});

function errorOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('it did not throw');
}
