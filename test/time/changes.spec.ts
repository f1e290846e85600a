import { beforeAll, describe, expect, it } from '@jest/globals';
import { ChangesBody } from '../../apps/server/src/stories/changes.schema.js';
import { bodyOf, refusalOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { Desk, rate } from './desk.js';

interface Item {
  state: Record<string, unknown> | null;
  contested: boolean;
}
interface Changed {
  view: string;
  subject: string;
  before: Item | null;
  after: Item | null;
  events: string[];
}

const GAZETTE = { publisher: 'Gazette', publishedAt: '2025-04-12' };
const POST = { publisher: 'Post', publishedAt: '2025-06-10' };
const TRUCE = { truce: 'a-truce', parties: ['USA', 'CHN'], validUntil: '2025-08-12' };

let server: TestServer;
let desk: Desk;
let other: Desk;
/** The facts, by what they say. */
let on: Record<'rate125' | 'rate145' | 'truce' | 'rate30' | 'correction' | 'elsewhere', string>;
/** Where the record stood after each. */
let at: number[];

beforeAll(async () => {
  server = await startServer();
  desk = await Desk.open(server, 'differences');
  other = await Desk.open(server, 'another-story');
  at = [(await desk.get<{ position: number }>('/v1/admin/log')).position];
  const noting = async (event: Promise<string>): Promise<string> => {
    const id = await event;
    at.push(Math.max(desk.position, other.position));
    return id;
  };
  on = {
    rate125: await noting(desk.fact('TariffChanged', '2025-04-09', rate(125), GAZETTE)),
    rate145: await noting(desk.fact('TariffChanged', '2025-04-11', rate(145), GAZETTE)),
    truce: await noting(desk.fact('TruceAgreed', '2025-05-12', TRUCE, POST)),
    rate30: await noting(desk.fact('TariffChanged', '2025-05-14', rate(30), POST)),
    correction: '',
    elsewhere: '',
  };
  on.correction = await noting(desk.correct(on.rate30, { occurredAt: '2025-05-12' }));
  on.elsewhere = await noting(other.fact('TariffChanged', '2025-06-01', rate(20), POST));
}, 120_000);

const changes = async (query: Record<string, string | number | undefined>): Promise<Changed[]> => {
  const items = await desk.pages<Changed>('/v1/stories/differences/changes', query);
  const whole = bodyOf(ChangesBody, await server.get(`/v1/stories/differences/changes?${search(query)}`));
  expect([whole.items, whole.next]).toEqual([items, null]);
  return items;
};
const search = (query: Record<string, string | number | undefined>): string =>
  new URLSearchParams(
    Object.entries(query).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  ).toString();
const rateOf = (item: Item | null | undefined): unknown => item && item.state?.['ratePercent'];
/** What became of tariffs and truces. The story itself was opened today, as far as the world knows. */
const said = (changed: readonly Changed[]) =>
  changed
    .filter(({ view }) => view !== 'stories')
    .map(({ subject, before, after, events }) => [subject, rateOf(before), rateOf(after), events]);

describe('between two dates of the world', () => {
  it('are the subjects that became other ones, with the facts that came about', async () => {
    expect(said(await changes({ from: '2025-04-08', to: '2025-04-10' }))).toEqual([
      ['USA>CHN:all', null, 125, [on.rate125]],
    ]);
    expect(said(await changes({ from: '2025-04-10', to: '2025-04-11' }))).toEqual([
      ['USA>CHN:all', 125, 145, [on.rate145]],
    ]);
    expect(said(await changes({ from: '2025-04-10', to: '2025-04-10' }))).toEqual([]);
    // The period named counts whole: from its end.
    expect(said(await changes({ from: '2025-04', to: '2025-05-12' }))).toEqual([
      ['USA>CHN:all', 145, 30, [on.rate30]],
      ['a-truce', null, undefined, [on.truce]],
    ]);
  });

  it('without a later date go on to the last fact, of whatever story', async () => {
    expect(said(await changes({ from: '2025-05-31' }))).toEqual([
      ['USA>CHN:all', 30, 20, [on.elsewhere]],
      ['a-truce', undefined, undefined, []],
    ]);
  });

  it('tell what time alone has done, with no event', async () => {
    const [ranOut] = await changes({ from: '2025-08-12', to: '2025-08-13' });
    expect([
      ranOut?.subject,
      ranOut?.before?.state?.['status'],
      ranOut?.after?.state?.['status'],
      ranOut?.events,
    ]).toEqual(['a-truce', 'in_force', 'expired', []]);
  });

  it('are bounded by the other clocks', async () => {
    const recordedAsOf = `@${at[4]}`;
    expect(said(await changes({ from: '2025-05-12', to: '2025-05-31', recordedAsOf }))).toEqual([
      ['USA>CHN:all', 145, 30, [on.rate30]],
    ]);
    expect(said(await changes({ from: '2025-05-12', to: '2025-05-31' }))).toEqual([]);
    expect(said(await changes({ from: '2025-04-10', reportedAsOf: '2025-06-09' }))).toEqual([
      ['USA>CHN:all', 125, 145, [on.rate145]],
    ]);
  });
});

describe('between two points of the record', () => {
  const between = (from: number, to: number | undefined, more: Record<string, string> = {}) =>
    changes({ clock: 'recordedAsOf', from: `@${at[from]}`, to: to === undefined ? undefined : `@${at[to]}`, ...more });

  it('is what this desk learned, and by which events', async () => {
    expect(said(await between(0, 1))).toEqual([['USA>CHN:all', null, 125, [on.rate125]]]);
    expect(said(await between(1, 3))).toEqual([
      ['USA>CHN:all', 125, 145, [on.rate145]],
      ['a-truce', null, undefined, [on.truce]],
    ]);
    expect(said(await between(4, 5))).toEqual([['USA>CHN:all', 30, 30, [on.correction]]]);
    expect(said(await between(4, 5, { asOf: '2025-05-12' }))).toEqual([['USA>CHN:all', 145, 30, [on.correction]]]);
    expect(said(await between(3, 4, { asOf: '2025-05-12' }))).toEqual([]);
    expect(said(await between(5, undefined))).toEqual([['USA>CHN:all', 30, 20, [on.elsewhere]]]);
  });

  it('can be dates, and begin before the story did', async () => {
    const all = await changes({ clock: 'recordedAsOf', from: '2024' });
    expect(all.map((one) => [one.view, one.subject, one.before])).toEqual(
      expect.arrayContaining([
        ['stories', 'differences', null],
        ['tariffs', 'USA>CHN:all', null],
      ]),
    );
  });

  it('can lack subjects that were the story’s before', async () => {
    const moving = await Desk.open(server, 'moving');
    const fact = await moving.fact('TariffChanged', '2025-04-09', rate(5, 'IND'), GAZETTE);
    const before = moving.position;
    await moving.correct(fact, { data: rate(5, 'IDN') });
    const { items } = await moving.get<{ items: Changed[] }>('/v1/stories/moving/changes', {
      clock: 'recordedAsOf',
      from: `@${before}`,
    });
    expect(items.map(({ subject, before: was, after }) => [subject, rateOf(was), rateOf(after)])).toEqual([
      ['USA>IDN:all', null, 5],
      ['USA>IND:all', 5, null],
    ]);
  });
});

it('between two days of the press is what it told in between', async () => {
  const between = (from: string, to: string | undefined, more: Record<string, string> = {}) =>
    changes({ clock: 'reportedAsOf', from, to, ...more });
  expect(said(await between('2025-04-11', '2025-04-12'))).toEqual([
    ['USA>CHN:all', null, 145, [on.rate125, on.rate145]],
  ]);
  expect(said(await between('2025-04-12', '2025-06-09'))).toEqual([]);
  expect(said(await between('2025-06-09', '2025-06-10', { asOf: '2025-05' }))).toEqual([
    ['USA>CHN:all', 145, 30, [on.rate30]],
    ['a-truce', null, undefined, [on.truce]],
  ]);
  expect(said(await between('2025-06-09', undefined, { recordedAsOf: `@${at[3]}` }))).toEqual([
    ['a-truce', null, undefined, [on.truce]],
  ]);
});

it('the answer says what it resolved', async () => {
  const answer = await desk.get<Record<string, object>>('/v1/stories/differences/changes', {
    clock: 'recordedAsOf',
    from: `@${at[1]}`,
    to: `@${at[2]}`,
    asOf: '2025-05',
  });
  const asOf = '2025-05-31T23:59:59.999999Z';
  expect(answer).toMatchObject({
    from: { asOf, reportedAsOf: null, recordedAsOf: `@${at[1]}`, position: at[1] },
    to: { asOf, reportedAsOf: null, recordedAsOf: `@${at[2]}`, position: at[2] },
    clocks: { position: at[2] },
    halted: [],
  });
});

it.each([
  ['', '/from'],
  ['to=2025', '/from'],
  ['from=soon', '/from'],
  ['from=2025&to=2024', '/from'],
  ['from=@1', '/from'],
  ['from=2025&to=@5', '/to'],
  ['from=2025&asOf=2025', '/asOf'],
  ['from=2025&clock=reportedAsOf&reportedAsOf=2025', '/reportedAsOf'],
  ['from=@1&clock=recordedAsOf&recordedAsOf=@2', '/recordedAsOf'],
  ['from=2025&clock=wall', '/clock'],
  ['from=@2&to=@1&clock=recordedAsOf', '/from'],
  ['from=2025&story=x', '/story'],
])('cannot be asked with %s', async (query, pointer) => {
  const refusal = refusalOf(await server.get(`/v1/stories/differences/changes?${query}`));
  expect([refusal.status, refusal.code, refusal.errors?.[0]?.pointer]).toEqual([400, 'bad-parameter', pointer]);
});

it('are of stories that there are', async () => {
  expect((await server.get('/v1/stories/never-opened/changes?from=2025')).status).toBe(404);
  expect((await server.get(`/v1/stories/differences/changes?from=2025&recordedAsOf=@0`)).status).toBe(404);
});
