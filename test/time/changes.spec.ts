import { beforeAll, describe, expect, it } from '@jest/globals';
import { ChangesBody } from '../../apps/server/src/stories/changes.schema.js';
import { bodyOf, refusalOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { StoryFixture, rate } from './story-fixture.js';

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
let fixture: StoryFixture;
let other: StoryFixture;
/** The ids of the events. */
let on: Record<'rate125' | 'rate145' | 'truce' | 'rate30' | 'correction' | 'elsewhere', string>;
/** The position of the log after each. */
let at: number[];

beforeAll(async () => {
  server = await startServer();
  fixture = await StoryFixture.open(server, 'differences');
  other = await StoryFixture.open(server, 'another-story');
  at = [(await fixture.get<{ position: number }>('/v1/admin/log')).position];
  const notePosition = async (event: Promise<string>): Promise<string> => {
    const id = await event;
    at.push(Math.max(fixture.position, other.position));
    return id;
  };
  on = {
    rate125: await notePosition(fixture.fact('TariffChanged', '2025-04-09', rate(125), GAZETTE)),
    rate145: await notePosition(fixture.fact('TariffChanged', '2025-04-11', rate(145), GAZETTE)),
    truce: await notePosition(fixture.fact('TruceAgreed', '2025-05-12', TRUCE, POST)),
    rate30: await notePosition(fixture.fact('TariffChanged', '2025-05-14', rate(30), POST)),
    correction: '',
    elsewhere: '',
  };
  on.correction = await notePosition(fixture.correct(on.rate30, { occurredAt: '2025-05-12' }));
  on.elsewhere = await notePosition(other.fact('TariffChanged', '2025-06-01', rate(20), POST));
}, 120_000);

const changes = async (query: Record<string, string | number | undefined>): Promise<Changed[]> => {
  const items = await fixture.pages<Changed>('/v1/stories/differences/changes', query);
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
/** The changes of tariffs and truces. The view of stories is left out, since its valid time is the day of the test. */
const summary = (changed: readonly Changed[]) =>
  changed
    .filter(({ view }) => view !== 'stories')
    .map(({ subject, before, after, events }) => [subject, rateOf(before), rateOf(after), events]);

describe('the changes between two valid times', () => {
  it('are the subjects whose items differ, with the facts that came into force', async () => {
    expect(summary(await changes({ from: '2025-04-08', to: '2025-04-10' }))).toEqual([
      ['USA>CHN:all', null, 125, [on.rate125]],
    ]);
    expect(summary(await changes({ from: '2025-04-10', to: '2025-04-11' }))).toEqual([
      ['USA>CHN:all', 125, 145, [on.rate145]],
    ]);
    expect(summary(await changes({ from: '2025-04-10', to: '2025-04-10' }))).toEqual([]);
    // A period as a start counts from its end on.
    expect(summary(await changes({ from: '2025-04', to: '2025-05-12' }))).toEqual([
      ['USA>CHN:all', 145, 30, [on.rate30]],
      ['a-truce', null, undefined, [on.truce]],
    ]);
  });

  it('reach to the last fact of any story where no later date is given', async () => {
    expect(summary(await changes({ from: '2025-05-31' }))).toEqual([
      ['USA>CHN:all', 30, 20, [on.elsewhere]],
      ['a-truce', undefined, undefined, []],
    ]);
  });

  it('include changes by time alone, without events', async () => {
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
    expect(summary(await changes({ from: '2025-05-12', to: '2025-05-31', recordedAsOf }))).toEqual([
      ['USA>CHN:all', 145, 30, [on.rate30]],
    ]);
    expect(summary(await changes({ from: '2025-05-12', to: '2025-05-31' }))).toEqual([]);
    expect(summary(await changes({ from: '2025-04-10', reportedAsOf: '2025-06-09' }))).toEqual([
      ['USA>CHN:all', 125, 145, [on.rate145]],
    ]);
  });
});

describe('the changes between two points of the record', () => {
  const between = (from: number, to: number | undefined, more: Record<string, string> = {}) =>
    changes({ clock: 'recordedAsOf', from: `@${at[from]}`, to: to === undefined ? undefined : `@${at[to]}`, ...more });

  it('are what was recorded in between, with the events', async () => {
    expect(summary(await between(0, 1))).toEqual([['USA>CHN:all', null, 125, [on.rate125]]]);
    expect(summary(await between(1, 3))).toEqual([
      ['USA>CHN:all', 125, 145, [on.rate145]],
      ['a-truce', null, undefined, [on.truce]],
    ]);
    expect(summary(await between(4, 5))).toEqual([['USA>CHN:all', 30, 30, [on.correction]]]);
    expect(summary(await between(4, 5, { asOf: '2025-05-12' }))).toEqual([['USA>CHN:all', 145, 30, [on.correction]]]);
    expect(summary(await between(3, 4, { asOf: '2025-05-12' }))).toEqual([]);
    expect(summary(await between(5, undefined))).toEqual([['USA>CHN:all', 30, 20, [on.elsewhere]]]);
  });

  it('can be read by dates, also from before the story was opened', async () => {
    const all = await changes({ clock: 'recordedAsOf', from: '2024' });
    expect(all.map((one) => [one.view, one.subject, one.before])).toEqual(
      expect.arrayContaining([
        ['stories', 'differences', null],
        ['tariffs', 'USA>CHN:all', null],
      ]),
    );
  });

  it('include subjects that have left the story', async () => {
    const moving = await StoryFixture.open(server, 'moving');
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

it('the changes between two dates of publication are what was published in between', async () => {
  const between = (from: string, to: string | undefined, more: Record<string, string> = {}) =>
    changes({ clock: 'reportedAsOf', from, to, ...more });
  expect(summary(await between('2025-04-11', '2025-04-12'))).toEqual([
    ['USA>CHN:all', null, 145, [on.rate125, on.rate145]],
  ]);
  expect(summary(await between('2025-04-12', '2025-06-09'))).toEqual([]);
  expect(summary(await between('2025-06-09', '2025-06-10', { asOf: '2025-05' }))).toEqual([
    // The correction has no source: it counts from when the fact that it corrects does.
    ['USA>CHN:all', 145, 30, [on.rate30, on.correction]],
    ['a-truce', null, undefined, [on.truce]],
  ]);
  expect(summary(await between('2025-06-09', undefined, { recordedAsOf: `@${at[3]}` }))).toEqual([
    ['a-truce', null, undefined, [on.truce]],
  ]);
});

it('the answer has the clocks as they were resolved', async () => {
  const answer = await fixture.get<Record<string, object>>('/v1/stories/differences/changes', {
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
])('the changes are refused with %s', async (query, pointer) => {
  const refusal = refusalOf(await server.get(`/v1/stories/differences/changes?${query}`));
  expect([refusal.status, refusal.code, refusal.errors?.[0]?.pointer]).toEqual([400, 'bad-parameter', pointer]);
});

it('the changes of an unknown story are not found', async () => {
  expect((await server.get('/v1/stories/never-opened/changes?from=2025')).status).toBe(404);
  expect((await server.get(`/v1/stories/differences/changes?from=2025&recordedAsOf=@0`)).status).toBe(404);
});
