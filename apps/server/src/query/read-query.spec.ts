import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Problem } from '../problems/problem.js';
import { clockParameters } from './clocks.js';
import { linkToNext, pageParameters } from './paging.js';
import { readQuery } from './read-query.js';
import { TextParameter } from './text-parameter.js';

const Schema = z.strictObject({ ...clockParameters, ...pageParameters, party: TextParameter.optional() });
const read = (query: string) => readQuery(Schema, `/v1/stories${query}`);

function refused(query: string): Problem {
  try {
    read(query);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error(`${query} was taken`);
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
  ])('of "%s"', (query, asked) => expect(read(query)).toEqual(asked));

  it('name dates as precise as they are known, inclusive of the whole period', () => {
    const day = 86_400_000_000;
    const from = Date.UTC(2025, 3, 9) * 1000;
    expect(read('?asOf=2025-04-09').asOf).toEqual({
      text: '2025-04-09',
      period: { from, to: from + day, precision: 'day' },
    });
    expect(read('?asOf=2025').asOf?.period.precision).toBe('year');
  });

  it('take the plus of an offset also where it was not escaped', () => {
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

  it('are refused all at once', () => {
    expect(
      refused('?limit=x&asOf=x')
        .errors.map((error) => error.pointer)
        .sort(),
    ).toEqual(['/asOf', '/limit']);
  });

  it('are all unknown where a route takes none', () => {
    expect(() => readQuery(undefined, '/livez?x=1')).toThrow('x: is not known; no parameter is taken here');
    expect(readQuery(undefined, '/livez')).toEqual({});
  });
});

describe('the link to the next page', () => {
  it('keeps the question and replaces the cursor', () => {
    expect(linkToNext('/v1/stories?limit=2&cursor=old&party=USA', 'new')).toBe(
      '</v1/stories?limit=2&party=USA&cursor=new>; rel="next"',
    );
    expect(linkToNext('/v1/stories', 'new')).toBe('</v1/stories?cursor=new>; rel="next"');
  });
});
