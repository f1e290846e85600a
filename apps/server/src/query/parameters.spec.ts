import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { readQuery } from '../http/read-query.js';
import { Problem } from '../problems/problem.js';
import { clockParameters, pageParameters, TextParameter } from './parameters.js';

const Schema = z.strictObject({ ...clockParameters, ...pageParameters, party: TextParameter.optional() });
const read = (query: string) => readQuery(Schema, `/v1/stories${query}`);

function refused(query: string): Problem {
  try {
    read(query);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error(`${query} was accepted`);
}

describe('query parameters', () => {
  it.each([
    ['', {}],
    ['?', {}],
    ['?&&party=US%41&', { party: 'USA' }],
    ['?party=a+b%2Bc', { party: 'a b+c' }],
    ['?party=', { party: '' }],
    ['?party', { party: '' }],
    ['?limit=200&minPosition=0', { limit: 200, minPosition: 0 }],
    ['?recordedAsOf=@17', { recordedAsOf: { position: 17 } }],
    ['?recordedAsOf=%4017', { recordedAsOf: { position: 17 } }],
  ])('are parsed: "%s"', (query, parameters) => expect(read(query)).toEqual(parameters));

  it('parse a date as the whole period that it names', () => {
    const day = 86_400_000_000;
    const from = Date.UTC(2025, 3, 9) * 1000;
    expect(read('?asOf=2025-04-09').asOf).toEqual({
      text: '2025-04-09',
      period: { from, to: from + day, precision: 'day' },
    });
    expect(read('?asOf=2025').asOf?.period.precision).toBe('year');
  });

  it('accept an offset whose plus is not escaped', () => {
    const escaped = read('?asOf=2025-04-09T08:00:00%2B02:00').asOf;
    expect(escaped?.text).toBe('2025-04-09T08:00:00+02:00');
    expect(read('?asOf=2025-04-09T08:00:00+02:00').asOf).toEqual(escaped);
  });

  it.each([
    ['?nope=1', 'nope'],
    ['?__proto__=1', '__proto__'],
    ['?constructor=1', 'constructor'],
    ['?limit=0', 'limit'],
    ['?limit=201', 'limit'],
    ['?limit=1e2', 'limit'],
    ['?limit=', 'limit'],
    ['?asOf=yesterday', 'asOf'],
    ['?asOf=2025-02-29', 'asOf'],
    ['?asOf=@17', 'asOf'],
    ['?recordedAsOf=@', 'recordedAsOf'],
    ['?recordedAsOf=@-1', 'recordedAsOf'],
    ['?recordedAsOf=@1.5', 'recordedAsOf'],
    ['?recordedAsOf=@99999999999999999', 'recordedAsOf'],
    ['?minPosition=@17', 'minPosition'],
    ['?party=a&party=b', 'party'],
    ['?party=a&p%61rty=b', 'party'],
    ['?party=%ff', 'party'],
    ['?party=%E4%B8', 'party'],
    ['?party=%', 'party'],
    ['?party=%00', 'party'],
  ])('are refused by name: %s', (query, name) => {
    const problem = refused(query);
    expect(problem.code).toBe('bad-parameter');
    expect(problem.errors.map((error) => error.pointer)).toEqual([`/${name}`]);
    expect(problem.detail.startsWith(`${name}: `)).toBe(true);
  });

  it('are refused with everything that is wrong', () => {
    expect(
      refused('?limit=x&asOf=x')
        .errors.map((error) => error.pointer)
        .sort(),
    ).toEqual(['/asOf', '/limit']);
  });

  it('are all refused where a route takes none', () => {
    expect(() => readQuery(undefined, '/livez?x=1')).toThrow('x: is not a parameter: this resource takes none');
    expect(readQuery(undefined, '/livez')).toEqual({});
  });
});
