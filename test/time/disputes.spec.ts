import { beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { DisputesBody } from '../../apps/server/src/disputes/disputes.schema.js';
import { bodyOf, refusalOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { Desk, rate, tariffPath } from './desk.js';

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

/** Tells of one thing in a story of its own, each time about another subject. */
interface Told {
  desk: Desk;
  path: string;
  fact: string;
  /** The accounts that contradict it, each with what would make it agree. */
  against: { account: string; agreeing: object }[];
}

/** A country whose tariffs nobody has spoken of. */
const COUNTRIES =
  'ARG AUS AUT BEL BRA CAN CHE CHL COL CZE DEU DNK EGY ESP EST ETH FIN FRA GBR GHA GRC HUN IDN IND IRL ISR ITA JPN KEN KOR'.split(
    ' ',
  );
const country = (): string => COUNTRIES[stories % COUNTRIES.length] ?? '';
const open = (): Promise<Desk> => Desk.open(server, `dispute-${(stories += 1)}`);

/** A rate fell, by each paper on another day. */
async function fall(from: number, to: number, since: string, days: readonly string[]): Promise<Told> {
  const desk = await open();
  const of = country();
  await desk.fact('TariffChanged', since, rate(from, of), FIRST);
  const [own = '', ...others] = days;
  const fact = await desk.fact('TariffChanged', own, rate(to, of), FIRST);
  const papers = [SECOND, THIRD, FOURTH];
  const against = [];
  for (const [i, occurredAt] of others.entries()) {
    against.push({
      account: await desk.corroborate(fact, papers[i] ?? FOURTH, { occurredAt }),
      agreeing: { occurredAt: own },
    });
  }
  return { desk, path: tariffPath(`USA>${of}:all`), fact, against };
}

const geneva = (): Promise<Told> => fall(145, 30, '2025-04-11', ['2025-05-12', '2025-05-14', '2025-04-14']);
const tenPercent = (): Promise<Told> =>
  fall(20, 10, '2025-03-04', ['2025-11-10', '2025-10-15', '2025-10-30', '2025-11-01']);

/** A truce was extended, for the third time by one paper, the second by another. */
async function thirdTime(): Promise<Told> {
  const desk = await open();
  const truce = `${desk.story}-truce`;
  const data = { truce, validUntil: '2025-11-10', ordinal: 3 };
  const fact = await desk.fact('TruceExtended', '2025-08-11', data, FIRST);
  const account = await desk.corroborate(fact, SECOND, { data: { ...data, ordinal: 2 } });
  return { desk, path: `/v1/views/truces/${truce}`, fact, against: [{ account, agreeing: { data } }] };
}

const item = ({ desk, path }: Told, query: Record<string, string> = {}): Promise<Item> => desk.get<Item>(path, query);
const contested = async (told: Told, asOf: string, query: Record<string, string> = {}): Promise<boolean> =>
  (await item(told, { asOf, ...query })).contested;
const disputes = async ({ desk }: Told, query: Record<string, string> = {}): Promise<Disputed[]> => {
  const paged = await desk.pages<Disputed>('/v1/disputes', { story: desk.story, ...query });
  const search = new URLSearchParams({ story: desk.story, ...query }).toString();
  expect(bodyOf(DisputesBody, await server.get(`/v1/disputes?${search}`)).items).toEqual(paged);
  return paged;
};

describe('the cut of Geneva, on three dates', () => {
  let told: Told;
  beforeAll(async () => {
    told = await geneva();
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
  ])('on %s is %i percent, in doubt: %s', async (asOf, ratePercent, doubt) => {
    expect(await item(told, { asOf })).toMatchObject({ state: { ratePercent }, contested: doubt });
  });

  it('is one fact, with three accounts', async () => {
    const { items } = await told.desk.get<{
      items: { occurredAt: string; sources: { publisher: string; occurredAt: string }[] }[];
    }>(`/v1/stories/${told.desk.story}/timeline`);
    expect(items.map((fact) => fact.occurredAt)).toEqual(['2025-05-12', '2025-04-11']);
    expect(items[0]?.sources.map(({ publisher, occurredAt }) => [publisher, occurredAt])).toEqual([
      ['Gazette', '2025-05-12'],
      ['Post', '2025-05-14'],
      ['Ledger', '2025-04-14'],
    ]);
  });

  it('is one dispute of its date, the date that is believed first', async () => {
    const [one, ...more] = await disputes(told);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ view: 'tariffs', reason: 'date', open: true });
    expect(one?.candidates.map(({ occurredAt, publishers }) => [occurredAt, publishers])).toEqual([
      ['2025-05-12', ['Gazette']],
      ['2025-04-14', ['Ledger']],
      ['2025-05-14', ['Post']],
    ]);
    expect(one?.candidates.flatMap((candidate) => candidate.events).sort()).toEqual(
      [told.fact, ...told.against.map(({ account }) => account)].sort(),
    );
  });

  it('is listed while it is in doubt, and after, while the fact still says what holds', async () => {
    const count = async (asOf: string) => (await disputes(told, { asOf })).length;
    expect([
      await count('2025-04-13'),
      await count('2025-04-14'),
      await count('2025-05-12'),
      await count('2025-10-26'),
    ]).toEqual([0, 1, 1, 1]);
    await told.desk.fact(
      'TariffChanged',
      '2025-11-10',
      rate(10, /USA>(\w+)/.exec(decodeURIComponent(told.path))?.[1]),
      FIRST,
    );
    expect([await count('2025-11-09'), await count('2025-11-10')]).toEqual([1, 0]);
  });
});

it('a cut from 20 to 10 with four dates is in doubt from the first to the last of them', async () => {
  const told = await tenPercent();
  const dates = ['2025-10-14', '2025-10-15', '2025-10-30', '2025-11-01', '2025-11-09', '2025-11-10', '2025-12-01'];
  const read = await Promise.all(dates.map((asOf) => item(told, { asOf })));
  expect(read.map((one) => [one.state?.ratePercent, one.contested])).toEqual([
    [20, false],
    [20, true],
    [20, true],
    [20, true],
    [20, true],
    [10, false],
    [10, false],
  ]);
  expect((await disputes(told)).map((one) => one.candidates.map((candidate) => candidate.occurredAt))).toEqual([
    ['2025-11-10', '2025-10-15', '2025-10-30', '2025-11-01'],
  ]);
});

it('rates that differ in what they count stand side by side, and nobody disagrees', async () => {
  const desk = await open();
  const of = country();
  const rates = [
    ['additional', 30],
    ['cumulative', 55],
    ['trade_weighted_average', 57],
  ] as const;
  for (const [i, [basis, percent]] of rates.entries()) {
    await desk.fact('TariffChanged', '2025-10-14', rate(percent, of, { basis }), [FIRST, SECOND, THIRD][i] ?? FOURTH);
  }
  const one = await desk.get<Item>(tariffPath(`USA>${of}:all`));
  expect(one.state?.rates?.map(({ basis, ratePercent }) => [basis, ratePercent])).toEqual(rates);
  expect([one.contested, one.disputes]).toEqual([false, []]);
  expect((await desk.get<{ items: unknown[] }>('/v1/disputes', { story: desk.story })).items).toEqual([]);
});

it('the third time against the second is a dispute of that alone', async () => {
  const told = await thirdTime();
  expect(await item(told)).toMatchObject({
    contested: true,
    state: { validUntil: '2025-11-10', extensions: [{ ordinal: 3 }] },
  });
  expect(await disputes(told)).toMatchObject([
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
  expect(await contested(told, '2025-08-10')).toBe(false);
});

describe('is settled', () => {
  const ways: [string, (told: Told) => Promise<void>, boolean][] = [
    [
      'by correcting the accounts that are wrong',
      async ({ desk, against }) => {
        for (const { account, agreeing } of against) await desk.correct(account, agreeing);
      },
      false,
    ],
    [
      'by retracting them',
      async ({ desk, against }) => {
        for (const { account } of against) await desk.retract(account);
      },
      false,
    ],
    [
      'by an account that confirms',
      async ({ desk, fact }) => {
        await desk.corroborate(fact, paper('Official Journal'), { certainty: 'confirmed' });
      },
      true,
    ],
  ];
  const real: [string, () => Promise<Told>, string][] = [
    ['Geneva', geneva, '2025-05-13'],
    ['the cut to 10', tenPercent, '2025-10-31'],
    ['the third time', thirdTime, '2025-10-26'],
  ];
  const cases = real.flatMap(([name, make, asOf]) =>
    ways.map(([way, settle, listed]) => [name, way, make, asOf, settle, listed] as const),
  );

  it.each(cases)('%s, %s, from that point of the record on', async (_name, _way, make, asOf, settle, listed) => {
    const told = await make();
    const before = { recordedAsOf: `@${told.desk.position}` };
    const state = (await item(told, { asOf })).state;
    expect([await contested(told, asOf), (await disputes(told)).map((one) => one.open)]).toEqual([true, [true]]);
    await settle(told);
    expect(await item(told, { asOf })).toMatchObject({ contested: false, state });
    const now = await disputes(told);
    expect(now.map((one) => one.open)).toEqual(listed ? [false] : []);
    // Before that point it was open, and is told so for ever.
    expect(await contested(told, asOf, before)).toBe(true);
    expect((await disputes(told, before)).map((one) => one.open)).toEqual([true]);
    const onBoard = async (query: Record<string, string>) => {
      const { views } = await told.desk.get<{ views: Record<string, Item[]> }>(`/v1/stories/${told.desk.story}`, {
        asOf,
        ...query,
      });
      return Object.values(views).flatMap((items) => items.filter((one) => one.contested)).length;
    };
    expect([await onBoard(before), await onBoard({})]).toEqual([1, 0]);
  });

  it('for whoever believes the confirmed one: its date and value hold', async () => {
    const told = await geneva();
    await told.desk.corroborate(told.fact, paper('Official Journal'), {
      certainty: 'confirmed',
      occurredAt: '2025-05-14',
    });
    expect(await item(told, { asOf: '2025-05-13' })).toMatchObject({ state: { ratePercent: 145 }, contested: false });
    expect((await item(told, { asOf: '2025-05-14' })).state?.ratePercent).toBe(30);
    expect((await disputes(told)).map((one) => [one.open, one.candidates[0]?.occurredAt])).toEqual([
      [false, '2025-05-14'],
    ]);
  });
});

describe('the list of disputes', () => {
  it('can be asked for one view, for those that are open, and by any press', async () => {
    const [cut, truce] = [await geneva(), await thirdTime()];
    const all = async (query: Record<string, string>) =>
      (await cut.desk.pages<Disputed>('/v1/disputes', query)).filter(
        ({ subject }) =>
          subject === decodeURIComponent(cut.path.split('/').at(-1) ?? '') || truce.path.endsWith(`/${subject}`),
      );
    expect((await all({})).map((one) => one.view)).toEqual(['tariffs', 'truces']);
    expect((await all({ view: 'truces' })).map((one) => one.property)).toEqual(['ordinal']);
    expect(await all({ view: 'nothing' })).toEqual([]);
    expect(await all({ story: 'never-opened' })).toEqual([]);
    await truce.desk.corroborate(truce.fact, paper('Official Journal', '2025-12-24'), { certainty: 'confirmed' });
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

  it('holds disputes that only an earlier press saw', async () => {
    const desk = await open();
    const of = country();
    await desk.fact('TariffChanged', '2025-10-01', rate(20, of), FIRST);
    const fact = await desk.fact('TariffChanged', '2025-10-15', rate(10, of), FIRST);
    // Both have 30 October in the end: at no point of the record do all sources disagree.
    await desk.correct(fact, { occurredAt: '2025-10-30' }, paper('Gazette', '2025-12-20'));
    await desk.corroborate(fact, paper('Post', '2025-12-10'), { occurredAt: '2025-10-30' });
    const told = { desk, path: tariffPath(`USA>${of}:all`), fact, against: [] };
    expect(await disputes(told)).toEqual([]);
    expect((await disputes(told, { reportedAsOf: '2025-12-15' })).map((one) => one.reason)).toEqual(['date']);
    expect(await contested(told, '2025-10-20', { reportedAsOf: '2025-12-15' })).toBe(true);
    expect(await disputes(told, { reportedAsOf: '2025-12-20' })).toEqual([]);
  });

  it('tells several of one subject, page by page', async () => {
    const desk = await open();
    const truce = `${desk.story}-truce`;
    const fact = await desk.fact('TruceExtended', '2025-08-11', { truce, validUntil: '2025-11-10', ordinal: 3 }, FIRST);
    await desk.corroborate(fact, SECOND, {
      occurredAt: '2025-08-12',
      data: { truce, validUntil: '2025-11-12', ordinal: 2 },
    });
    const told = { desk, path: `/v1/views/truces/${truce}`, fact, against: [] };
    expect((await disputes(told)).map((one) => [one.property, one.reason])).toEqual([
      ['validUntil', 'value'],
      ['ordinal', 'value'],
      ['status', 'date'],
    ]);
    expect((await item(told)).disputes).toHaveLength(3);
  });
});

it('publishers that tell the same day differently are in dispute, unless one of them told both as steps', async () => {
  const desk = await open();
  const of = country();
  await desk.fact('TariffChanged', '2025-04-09', rate(104, of), FIRST);
  await desk.fact('TariffChanged', '2025-04-09', rate(125, of), SECOND);
  const told = { desk, path: tariffPath(`USA>${of}:all`), fact: '', against: [] };
  expect(await item(told)).toMatchObject({ state: { ratePercent: 104 }, contested: true });
  expect((await disputes(told)).map((one) => one.candidates.length)).toEqual([2]);
  const before = `@${desk.position}`;
  await desk.fact('TariffChanged', '2025-04-09', rate(125, of), FIRST);
  expect(await item(told)).toMatchObject({ state: { ratePercent: 125 }, contested: false });
  expect([(await disputes(told)).length, (await disputes(told, { recordedAsOf: before })).length]).toEqual([0, 1]);
});
