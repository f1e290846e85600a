import { beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { DisputesBody } from '../../apps/server/src/disputes/disputes.controller.js';
import { bodyOf, refusalOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { StoryFixture, rate, tariffPath } from './story-fixture.js';

type Disputed = z.output<typeof DisputesBody>['items'][number];
interface Item {
  contested: boolean;
  dateUncertain: boolean;
  disputes: { property: string; open: boolean }[];
  state: {
    ratePercent?: number;
    rates?: { basis: string; ratePercent: number }[];
    extensions?: { ordinal: number | null }[];
  } | null;
}

const paper = (publisher: string, publishedAt = '2025-12-01') => ({ publisher, publishedAt });
const [FIRST, SECOND, THIRD, FOURTH] = [paper('Gazette'), paper('Post'), paper('Ledger'), paper('Echo')];

let server: TestServer;
let stories = 0;
beforeAll(async () => {
  server = await startServer();
}, 120_000);

/** A story with a disputed fact, each time about another subject. */
interface DisputedStory {
  fixture: StoryFixture;
  path: string;
  fact: string;
  /** The accounts that contradict it, each with the correction that makes it agree. */
  against: { account: string; agreeing: object }[];
}

/** Countries, of which each test takes another one. */
const COUNTRIES = (
  'ARG AUS AUT BEL BRA CAN CHE CHL COL CZE DEU DNK EGY ESP EST ETH ' +
  'FIN FRA GBR GHA GRC HUN IDN IND IRL ISR ITA JPN KEN KOR'
).split(' ');
const country = (): string => COUNTRIES[stories % COUNTRIES.length] ?? '';
const open = (): Promise<StoryFixture> => StoryFixture.open(server, `dispute-${(stories += 1)}`);

/** A rate falls. Each paper gives another day. */
async function fall(from: number, to: number, since: string, days: readonly string[]): Promise<DisputedStory> {
  const fixture = await open();
  const of = country();
  await fixture.fact('TariffChanged', since, rate(from, of), FIRST);
  const [own = '', ...others] = days;
  const fact = await fixture.fact('TariffChanged', own, rate(to, of), FIRST);
  const papers = [SECOND, THIRD, FOURTH];
  const against = [];
  for (const [i, occurredAt] of others.entries()) {
    against.push({
      account: await fixture.corroborate(fact, papers[i] ?? FOURTH, { occurredAt }),
      agreeing: { occurredAt: own },
    });
  }
  return { fixture, path: tariffPath(`USA>${of}:all`), fact, against };
}

const geneva = (): Promise<DisputedStory> => fall(145, 30, '2025-04-11', ['2025-05-12', '2025-05-14', '2025-04-14']);
const tenPercent = (): Promise<DisputedStory> =>
  fall(20, 10, '2025-03-04', ['2025-11-10', '2025-10-15', '2025-10-30', '2025-11-01']);

/** A truce is extended: for the third time by one paper, for the second by another. */
async function thirdTime(): Promise<DisputedStory> {
  const fixture = await open();
  const truce = `${fixture.story}-truce`;
  const data = { truce, validUntil: '2025-11-10', ordinal: 3 };
  const fact = await fixture.fact('TruceExtended', '2025-08-11', data, FIRST);
  const account = await fixture.corroborate(fact, SECOND, { data: { ...data, ordinal: 2 } });
  return { fixture, path: `/v1/views/truces/${truce}`, fact, against: [{ account, agreeing: { data } }] };
}

const item = ({ fixture, path }: DisputedStory, query: Record<string, string> = {}): Promise<Item> =>
  fixture.get<Item>(path, query);
const contested = async (story: DisputedStory, asOf: string, query: Record<string, string> = {}): Promise<boolean> =>
  (await item(story, { asOf, ...query })).contested;
const disputes = async ({ fixture }: DisputedStory, query: Record<string, string> = {}): Promise<Disputed[]> => {
  const paged = await fixture.pages<Disputed>('/v1/disputes', { story: fixture.story, ...query });
  const search = new URLSearchParams({ story: fixture.story, ...query }).toString();
  expect(bodyOf(DisputesBody, await server.get(`/v1/disputes?${search}`)).items).toEqual(paged);
  return paged;
};

describe('the cut of Geneva, reported with three dates', () => {
  let story: DisputedStory;
  beforeAll(async () => {
    story = await geneva();
  });

  it.each([
    ['2025-04-11', 145, false],
    ['2025-04-13T23:59:59Z', 145, false],
    ['2025-04-14', 145, true],
    ['2025-05-11', 145, true],
    ['2025-05-12', 30, true],
    ['2025-05-13', 30, true],
    ['2025-05-14', 30, false],
    ['2025-10-26', 30, false],
  ])('on %s has the rate %i percent, in doubt: %s', async (asOf, ratePercent, doubt) => {
    expect(await item(story, { asOf })).toMatchObject({ state: { ratePercent }, contested: doubt });
  });

  it('is one fact, with three accounts', async () => {
    const { items } = await story.fixture.get<{
      items: { occurredAt: string; sources: { publisher: string; occurredAt: string }[] }[];
    }>(`/v1/stories/${story.fixture.story}/timeline`);
    expect(items.map((fact) => fact.occurredAt)).toEqual(['2025-05-12', '2025-04-11']);
    expect(items[0]?.sources.map(({ publisher, occurredAt }) => [publisher, occurredAt])).toEqual([
      ['Gazette', '2025-05-12'],
      ['Post', '2025-05-14'],
      ['Ledger', '2025-04-14'],
    ]);
  });

  it('is one dispute about its date, with the winning date first', async () => {
    const [one, ...more] = await disputes(story);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ view: 'tariffs', reason: 'date', open: true });
    expect(one?.candidates.map(({ occurredAt, publishers }) => [occurredAt, publishers])).toEqual([
      ['2025-05-12', ['Gazette']],
      ['2025-04-14', ['Ledger']],
      ['2025-05-14', ['Post']],
    ]);
    expect(one?.candidates.flatMap((candidate) => candidate.events).sort()).toEqual(
      [story.fact, ...story.against.map(({ account }) => account)].sort(),
    );
  });

  it('is listed from the first of its dates on, until a later fact replaces it', async () => {
    const count = async (asOf: string) => (await disputes(story, { asOf })).length;
    expect([
      await count('2025-04-13'),
      await count('2025-04-14'),
      await count('2025-05-12'),
      await count('2025-10-26'),
    ]).toEqual([0, 1, 1, 1]);
    await story.fixture.fact(
      'TariffChanged',
      '2025-11-10',
      rate(10, /USA>(\w+)/.exec(decodeURIComponent(story.path))?.[1]),
      FIRST,
    );
    expect([await count('2025-11-09'), await count('2025-11-10')]).toEqual([1, 0]);
  });
});

it('a cut from 20 to 10 with four dates is in doubt from the first of them to the last', async () => {
  const story = await tenPercent();
  const dates = ['2025-10-14', '2025-10-15', '2025-10-30', '2025-11-01', '2025-11-09', '2025-11-10', '2025-12-01'];
  const read = await Promise.all(dates.map((asOf) => item(story, { asOf })));
  expect(read.map((one) => [one.state?.ratePercent, one.contested])).toEqual([
    [20, false],
    [20, true],
    [20, true],
    [20, true],
    [20, true],
    [10, false],
    [10, false],
  ]);
  expect((await disputes(story)).map((one) => one.candidates.map((candidate) => candidate.occurredAt))).toEqual([
    ['2025-11-10', '2025-10-15', '2025-10-30', '2025-11-01'],
  ]);
});

it('rates of a different basis are listed together and are no dispute', async () => {
  const fixture = await open();
  const of = country();
  const rates = [
    ['additional', 30],
    ['cumulative', 55],
    ['trade_weighted_average', 57],
  ] as const;
  for (const [i, [basis, percent]] of rates.entries()) {
    await fixture.fact(
      'TariffChanged',
      '2025-10-14',
      rate(percent, of, { basis }),
      [FIRST, SECOND, THIRD][i] ?? FOURTH,
    );
  }
  const one = await fixture.get<Item>(tariffPath(`USA>${of}:all`));
  expect(one.state?.rates?.map(({ basis, ratePercent }) => [basis, ratePercent])).toEqual(rates);
  expect([one.contested, one.disputes]).toEqual([false, []]);
  expect((await fixture.get<{ items: unknown[] }>('/v1/disputes', { story: fixture.story })).items).toEqual([]);
});

it('the third time against the second is a dispute about the ordinal alone', async () => {
  const story = await thirdTime();
  expect(await item(story)).toMatchObject({
    contested: true,
    state: { validUntil: '2025-11-10', extensions: [{ ordinal: 3 }] },
  });
  expect(await disputes(story)).toMatchObject([
    {
      property: 'ordinal',
      reason: 'value',
      open: true,
      candidates: [
        { value: 3, publishers: ['Gazette'] },
        { value: 2, publishers: ['Post'] },
      ],
    },
  ]);
  expect(await contested(story, '2025-08-10')).toBe(false);
});

describe('a dispute is settled', () => {
  const ways: [string, (story: DisputedStory) => Promise<void>, boolean][] = [
    [
      'by correcting the accounts that are wrong',
      async ({ fixture, against }) => {
        for (const { account, agreeing } of against) await fixture.correct(account, agreeing);
      },
      false,
    ],
    [
      'by retracting them',
      async ({ fixture, against }) => {
        for (const { account } of against) await fixture.retract(account);
      },
      false,
    ],
    [
      'by a confirmed account',
      async ({ fixture, fact }) => {
        await fixture.corroborate(fact, paper('Official Journal'), { certainty: 'confirmed' });
      },
      true,
    ],
  ];
  const real: [string, () => Promise<DisputedStory>, string][] = [
    ['Geneva', geneva, '2025-05-13'],
    ['the cut to 10', tenPercent, '2025-10-31'],
    ['the third time', thirdTime, '2025-10-26'],
  ];
  const cases = real.flatMap(([name, make, asOf]) =>
    ways.map(([way, settle, listed]) => [name, way, make, asOf, settle, listed] as const),
  );

  it.each(cases)('%s, %s, from that point of the record on', async (_name, _way, make, asOf, settle, listed) => {
    const story = await make();
    const before = { recordedAsOf: `@${story.fixture.position}` };
    const state = (await item(story, { asOf })).state;
    expect([await contested(story, asOf), (await disputes(story)).map((one) => one.open)]).toEqual([true, [true]]);
    await settle(story);
    expect(await item(story, { asOf })).toMatchObject({ contested: false, state });
    const now = await disputes(story);
    expect(now.map((one) => one.open)).toEqual(listed ? [false] : []);
    // At an earlier point of the record it is still open.
    expect(await contested(story, asOf, before)).toBe(true);
    expect((await disputes(story, before)).map((one) => one.open)).toEqual([true]);
    const onBoard = async (query: Record<string, string>) => {
      const { views } = await story.fixture.get<{ views: Record<string, Item[]> }>(
        `/v1/stories/${story.fixture.story}`,
        {
          asOf,
          ...query,
        },
      );
      return Object.values(views).flatMap((items) => items.filter((one) => one.contested)).length;
    };
    expect([await onBoard(before), await onBoard({})]).toEqual([1, 0]);
  });

  it('in favour of the confirmed account, whose date and value hold', async () => {
    const story = await geneva();
    await story.fixture.corroborate(story.fact, paper('Official Journal'), {
      certainty: 'confirmed',
      occurredAt: '2025-05-14',
    });
    expect(await item(story, { asOf: '2025-05-13' })).toMatchObject({ state: { ratePercent: 145 }, contested: false });
    expect((await item(story, { asOf: '2025-05-14' })).state?.ratePercent).toBe(30);
    expect((await disputes(story)).map((one) => [one.open, one.candidates[0]?.occurredAt])).toEqual([
      [false, '2025-05-14'],
    ]);
  });
});

describe('the list of disputes', () => {
  it('can be read for one view, for open ones, and as reported by a date', async () => {
    const [cut, truce] = [await geneva(), await thirdTime()];
    const all = async (query: Record<string, string>) =>
      (await cut.fixture.pages<Disputed>('/v1/disputes', query)).filter(
        ({ subject }) =>
          subject === decodeURIComponent(cut.path.split('/').at(-1) ?? '') || truce.path.endsWith(`/${subject}`),
      );
    expect((await all({})).map((one) => one.view)).toEqual(['tariffs', 'truces']);
    expect((await all({ view: 'truces' })).map((one) => one.property)).toEqual(['ordinal']);
    expect(refusalOf(await server.get('/v1/disputes?view=nothing'))).toMatchObject({
      status: 400,
      code: 'bad-parameter',
    });
    expect(refusalOf(await server.get('/v1/disputes?story=never-opened'))).toMatchObject({ status: 404 });
    await truce.fixture.corroborate(truce.fact, paper('Official Journal', '2025-12-24'), { certainty: 'confirmed' });
    expect((await all({ open: 'true' })).map((one) => one.view)).toEqual(['tariffs']);
    expect((await all({ open: 'false' })).map((one) => one.view)).toEqual(['truces']);
    expect((await all({ open: 'true', reportedAsOf: '2025-12-23' })).map((one) => one.view)).toEqual([
      'tariffs',
      'truces',
    ]);
    expect(await all({ reportedAsOf: '2025-11-30' })).toEqual([]);
    expect(await disputes(truce, { reportedAsOf: '2025-12-23' })).toMatchObject([{ open: true }]);
    expect(refusalOf(await server.get('/v1/disputes?open=perhaps'))).toMatchObject({
      status: 400,
      code: 'bad-parameter',
    });
  });

  it('has disputes that there were only as reported by an earlier date', async () => {
    const fixture = await open();
    const of = country();
    await fixture.fact('TariffChanged', '2025-10-01', rate(20, of), FIRST);
    const fact = await fixture.fact('TariffChanged', '2025-10-15', rate(10, of), FIRST);
    // In the end both give 30 October. At no point of the record do the sources disagree by all that was published.
    await fixture.correct(fact, { occurredAt: '2025-10-30' }, paper('Gazette', '2025-12-20'));
    await fixture.corroborate(fact, paper('Post', '2025-12-10'), { occurredAt: '2025-10-30' });
    const story = { fixture, path: tariffPath(`USA>${of}:all`), fact, against: [] };
    expect(await disputes(story)).toEqual([]);
    expect((await disputes(story, { reportedAsOf: '2025-12-15' })).map((one) => one.reason)).toEqual(['date']);
    expect(await contested(story, '2025-10-20', { reportedAsOf: '2025-12-15' })).toBe(true);
    expect(await disputes(story, { reportedAsOf: '2025-12-20' })).toEqual([]);
  });

  it('has several disputes of one subject, page by page', async () => {
    const fixture = await open();
    const truce = `${fixture.story}-truce`;
    const fact = await fixture.fact(
      'TruceExtended',
      '2025-08-11',
      { truce, validUntil: '2025-11-10', ordinal: 3 },
      FIRST,
    );
    await fixture.corroborate(fact, SECOND, {
      occurredAt: '2025-08-12',
      data: { truce, validUntil: '2025-11-12', ordinal: 2 },
    });
    const story = { fixture, path: `/v1/views/truces/${truce}`, fact, against: [] };
    expect((await disputes(story)).map((one) => [one.property, one.reason])).toEqual([
      ['validUntil', 'value'],
      ['ordinal', 'value'],
      ['status', 'date'],
    ]);
    expect((await item(story)).disputes).toHaveLength(3);
  });
});

it('different values of two papers for one day are a dispute, unless one paper gives both as steps', async () => {
  const fixture = await open();
  const of = country();
  await fixture.fact('TariffChanged', '2025-04-09', rate(104, of), FIRST);
  await fixture.fact('TariffChanged', '2025-04-09', rate(125, of), SECOND);
  const story = { fixture, path: tariffPath(`USA>${of}:all`), fact: '', against: [] };
  expect(await item(story)).toMatchObject({ state: { ratePercent: 104 }, contested: true });
  expect((await disputes(story)).map((one) => one.candidates.length)).toEqual([2]);
  const before = `@${fixture.position}`;
  await fixture.fact('TariffChanged', '2025-04-09', rate(125, of), FIRST);
  expect(await item(story)).toMatchObject({ state: { ratePercent: 125 }, contested: false });
  expect([(await disputes(story)).length, (await disputes(story, { recordedAsOf: before })).length]).toEqual([0, 1]);
});

describe('an account of a less exact date', () => {
  it('puts a value in doubt from the date of the fact on, also as of a publication time and in a replay', async () => {
    const fixture = await StoryFixture.open(server, 'less-exact');
    const at = (asOf: string, more: Record<string, string> = {}) =>
      fixture.get<Item>(tariffPath('USA>ISL:all'), { asOf, ...more });
    const fact = await fixture.fact('TariffChanged', '2025-08-12', rate(25, 'ISL'), FIRST);
    await fixture.corroborate(fact, SECOND, { occurredAt: '2025-08', data: rate(40, 'ISL') });
    for (const more of [{}, { reportedAsOf: '2026' }] as Record<string, string>[]) {
      expect((await at('2025-08-01', more)).contested).toBe(false);
      expect(await at('2025-08-11', more)).toMatchObject({ state: null, contested: false });
      expect(await at('2025-08-12', more)).toMatchObject({ state: { ratePercent: 25 }, contested: true });
      expect((await at('2025-09', more)).contested).toBe(true);
    }
    interface Frame {
      changes?: { view: string; after: Item | null }[];
    }
    const { text } = await server.get('/v1/stories/less-exact/replay');
    const frames = text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Frame]));
    const shown = frames.flatMap(({ changes = [] }) => changes.filter(({ view }) => view === 'tariffs'));
    expect(shown.map(({ after }) => [after?.state?.ratePercent, after?.contested])).toEqual([[25, true]]);
  });
});
