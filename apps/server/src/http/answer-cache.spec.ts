import { describe, expect, it } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { periodOf } from '#catalogue/values/reduced-date.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import { type Answer, AnswerCache, nextChange } from './answer-cache.js';

const at = (date: string): number => periodOf(date).from;
const NOON = at('2025-08-12T12:00:00Z');
const generation = {
  id: 1,
  view: 'truces',
  version: 1,
  status: 'active',
  position: 0,
  error: null,
  halts: [],
} as const;
const latest: Clocks = {
  asOf: Infinity,
  reportedAsOf: Infinity,
  position: 7,
  instant: NOON,
  recordedAsOf: null,
  history: 'ab',
  projections: [generation],
};

const NO_POOL = {} as Pool;

/** A cache, and a way to ask it that returns what was sent and whether the answer was made for it. */
function cacheOf(bytes: number, body: unknown = { state: 'in force' }, more: Omit<Answer, 'body' | 'value'> = {}) {
  const cache = new AnswerCache(bytes);
  return async (clocks: Clocks, question = 'board', headers: Record<string, string> = {}) => {
    const sent: { made: boolean; code?: number; text?: string; tag?: string; link?: string } = { made: false };
    const reply = {
      header: (name: string, value: string) => {
        if (name === 'etag') sent.tag = value;
        if (name === 'link') sent.link = value;
        return reply;
      },
      code: (code: number) => {
        sent.code = code;
        return reply;
      },
      send: (text?: string) => {
        if (text !== undefined) sent.text = text;
        return reply;
      },
    };
    await cache.send(
      NO_POOL,
      { headers } as unknown as FastifyRequest,
      reply as unknown as FastifyReply,
      [question],
      clocks,
      () => {
        sent.made = true;
        return Promise.resolve({ body, value: body, ...more });
      },
    );
    return sent;
  };
}

describe('the cache of answers', () => {
  it('sends an answer again, with the same tag, and 304 to who has it', async () => {
    const ask = cacheOf(10_000);
    const first = await ask(latest);
    expect(first).toMatchObject({ made: true, text: '{"state":"in force"}' });
    expect(await ask(latest)).toEqual({ ...first, made: false });
    expect(await ask(latest, 'board', { 'if-none-match': first.tag ?? '' })).toEqual({
      made: false,
      code: 304,
      tag: first.tag,
    });
  });

  it.each<[string, Partial<Clocks>]>([
    ['another position', { position: 8 }],
    ['another date', { asOf: at('2025-08-11'), instant: at('2025-08-11') }],
    ['another date of publication', { reportedAsOf: at('2025-08-11') }],
    ['sources without a date', { undated: 'include' }],
    ['another point of the record', { recordedAsOf: '@7' }],
    ['another history of the same length', { history: 'cd' }],
    ['another generation', { projections: [{ ...generation, id: 2 }] }],
    [
      'a subject that is halted meanwhile',
      { projections: [{ ...generation, halts: [{ subject: 'one', position: 3, reason: 'too much' }] }] },
    ],
    ['a view that is halted meanwhile', { projections: [{ ...generation, status: 'halted', position: 5 }] }],
    ['the next day', { instant: at('2025-08-13') }],
    ['an instant before the first', { instant: NOON - 1 }],
  ])('makes it anew for %s', async (_what, change) => {
    const ask = cacheOf(10_000);
    await ask(latest);
    expect(await ask({ ...latest, ...change })).toMatchObject({ made: true });
    expect(await ask({ ...latest, ...change })).toMatchObject({ made: false });
  });

  it('makes it anew for another question, and where generations were not read', async () => {
    const ask = cacheOf(10_000);
    await ask(latest);
    expect(await ask(latest, 'item')).toMatchObject({ made: true });
    const unknown: Clocks = { ...latest };
    delete unknown.projections;
    expect(await ask(unknown)).toMatchObject({ made: true });
    expect(await ask(unknown)).toMatchObject({ made: true });
  });

  it('makes it anew where what it shows of articles is no longer so', async () => {
    let isCurrent = true;
    const link = '</v1/timeline?cursor=a>; rel="next"';
    const ask = cacheOf(10_000, { items: [] }, { link, isCurrent: () => Promise.resolve(isCurrent) });
    await ask(latest);
    expect(await ask(latest)).toMatchObject({ made: false, link });
    isCurrent = false;
    expect(await ask(latest)).toMatchObject({ made: true, link });
  });

  it('keeps nothing while the views are behind the log', async () => {
    const ask = cacheOf(10_000);
    const behind: Clocks = { ...latest, history: null };
    expect(await ask(behind)).toMatchObject({ made: true });
    expect(await ask(behind)).toMatchObject({ made: true });
  });

  it('is not changed by a generation that is being built', async () => {
    const ask = cacheOf(10_000);
    const building = { ...generation, id: 2, status: 'building' } as const;
    await ask({ ...latest, projections: [generation, { ...building, position: 1 }] });
    expect(await ask({ ...latest, projections: [generation, { ...building, position: 2 }] })).toMatchObject({
      made: false,
    });
  });

  it('keeps no more than it may, and nothing where it may keep nothing', async () => {
    const small = cacheOf(1_500);
    for (let position = 1; position <= 10; position += 1) await small({ ...latest, position });
    expect(await small({ ...latest, position: 10 })).toMatchObject({ made: false });
    expect(await small({ ...latest, position: 1 })).toMatchObject({ made: true });
    const none = cacheOf(0);
    await none(latest);
    expect(await none(latest)).toMatchObject({ made: true });
  });
});

describe('when time alone may change an answer', () => {
  it.each([
    ['nothing but days', '{"validUntil":"2025-08-12","at":"2025-11"}', '2025-08-13'],
    ['an instant that is to come', '{"until":"2025-08-12T18:30:00Z"}', '2025-08-12T18:30:00Z'],
    ['the next of several instants', '["2025-08-12T18:30:00Z","2025-08-12T16:00:00.5Z"]', '2025-08-12T16:00:00.5Z'],
    ['an instant in another time zone', '{"until":"2025-08-12T23:00:00+08:00"}', '2025-08-12T15:00:00Z'],
    ['instants that have passed, or come later', '["2025-08-12T11:00:00Z","2025-08-14T00:00:00Z"]', '2025-08-13'],
    ['text that only looks like one', '{"title":"2025-08-12T99:00 and more"}', '2025-08-13'],
  ])('is known of %s', (_what, json, expected) => {
    expect(nextChange(json, NOON)).toBe(at(expected));
  });
});
