import { beforeAll, describe, expect, it } from '@jest/globals';
import { refusalOf } from '../http/recording.js';
import { startServer, type TestServer } from '../support/server.js';
import { StoryFixture, rate, tariffPath } from './story-fixture.js';

const MAY = { publisher: 'Gazette', publishedAt: '2025-05-31' };
const LATER = { publisher: 'Gazette', publishedAt: '2025-12-31' };
const TRUCE = '/v1/views/truces/a-truce';

interface Item {
  since: string | null;
  lastFact: { event: string; occurredAt: string } | null;
  state: Record<string, unknown> & { rates?: Record<string, unknown>[] };
  contested: boolean;
  claims: unknown[];
  by?: 'fact' | 'time';
}

let server: TestServer;
let fixture: StoryFixture;

beforeAll(async () => {
  server = await startServer();
}, 120_000);

const item = (path: string, query: Record<string, string | number> = {}) => fixture.get<Item>(path, query);
const history = (path: string, query: Record<string, string | number> = {}) =>
  fixture.pages<Item>(`${path}/history`, query);

describe('since', () => {
  let may: string;
  let july: string;
  let threat: string;
  let beforeJune: number;

  beforeAll(async () => {
    fixture = await StoryFixture.open(server, 'a-tariff');
    may = await fixture.fact('TariffChanged', '2025-05-14', rate(30, 'CHN', { previousRatePercent: 145 }), MAY);
    july = await fixture.fact('TariffChanged', '2025-07-01', rate(30), LATER);
    threat = await fixture.fact(
      'TariffThreatened',
      '2025-10-10',
      rate(100, 'CHN', { effectiveFrom: '2025-11-01' }),
      LATER,
    );
    beforeJune = fixture.position;
  });

  it('is the date of the fact that opened the run of the headline; later facts do not move it', async () => {
    expect(await item(tariffPath())).toMatchObject({
      since: '2025-05-14',
      lastFact: { event: threat, occurredAt: '2025-10-10' },
      state: { ratePercent: 30, previousRatePercent: 145, rates: [{ since: '2025-05-14', previousRatePercent: 145 }] },
    });
    expect(await item(tariffPath(), { asOf: '2025-08' })).toMatchObject({
      since: '2025-05-14',
      lastFact: { event: july, occurredAt: '2025-07-01' },
    });
  });

  it('is the same on a board, in a list, as of a publication time, and in a replay', async () => {
    const [listed] = await fixture.pages<Item>('/v1/views/tariffs', { story: 'a-tariff' });
    const board = await fixture.get<{ views: { tariffs: Item[] } }>('/v1/stories/a-tariff');
    const reported = await item(tariffPath(), { reportedAsOf: '2026' });
    for (const one of [listed, board.views.tariffs[0], reported])
      expect(one).toMatchObject({ since: '2025-05-14', lastFact: { event: threat } });
    expect(await item(tariffPath(), { reportedAsOf: '2025-06' })).toMatchObject({
      since: '2025-05-14',
      lastFact: { event: may },
    });
    for (const clock of ['asOf', 'recordedAsOf']) {
      const { text } = await server.get(`/v1/stories/a-tariff/replay?clock=${clock}`);
      const last = JSON.parse(text.trim().split('\n').at(-1) ?? '') as { board: typeof board };
      expect(last.board.views.tariffs).toEqual(board.views.tariffs);
    }
  });

  it('is not moved by claims and left-out candidates', async () => {
    await fixture.fact('TariffChanged', '2025-10-20', rate(200), LATER, 'claimed');
    const other = { publisher: 'Post', publishedAt: '2025-12-31' };
    await fixture.fact('TariffChanged', '2025-05-14', rate(40), other);
    expect(await item(tariffPath())).toMatchObject({ since: '2025-05-14', claims: [{}], lastFact: { event: threat } });
    expect(await item(tariffPath(), { asOf: '2025-06' })).toMatchObject({ since: '2025-05-14', contested: true });
  });

  it('is another one once a late fact divides the run, or lengthens it', async () => {
    const june = await fixture.fact('TariffChanged', '2025-06-15', rate(25), LATER);
    expect(await item(tariffPath())).toMatchObject({
      since: '2025-07-01',
      state: { previousRatePercent: 25, rates: [{ since: '2025-07-01', previousRatePercent: 25 }] },
    });
    expect(await item(tariffPath(), { recordedAsOf: `@${beforeJune}` })).toMatchObject({ since: '2025-05-14' });
    await fixture.retract(june);
    expect(await item(tariffPath())).toMatchObject({ since: '2025-05-14', state: { previousRatePercent: 145 } });
    const april = await fixture.fact('TariffChanged', '2025-04-20', rate(30), LATER);
    expect(await item(tariffPath())).toMatchObject({ since: '2025-04-20' });
    await fixture.correct(april, { occurredAt: '2025-04' });
    expect(await item(tariffPath())).toMatchObject({ since: '2025-04' });
    await fixture.correct(april, { data: rate(35) });
    expect(await item(tariffPath())).toMatchObject({ since: '2025-05-14' });
  });

  it('is null with the state, where only claims are known', async () => {
    await fixture.fact('TariffChanged', '2025-05-14', rate(12, 'MEX'), MAY, 'claimed');
    expect(await item(tariffPath('USA>MEX:all'))).toMatchObject({ since: null, lastFact: null, state: null });
  });
});

describe('what time alone does', () => {
  let agreed: string;

  beforeAll(async () => {
    fixture = await StoryFixture.open(server, 'a-story-of-a-truce');
    const parties = ['USA', 'CHN'];
    agreed = await fixture.fact(
      'TruceAgreed',
      '2025-05-12',
      { truce: 'a-truce', parties, validUntil: '2025-08-12' },
      MAY,
    );
  });

  it('opens a run: a truce has expired since the day after its last', async () => {
    expect(await item(TRUCE, { asOf: '2025-08-12' })).toMatchObject({
      since: '2025-05-12',
      state: { status: 'in_force' },
    });
    expect(await item(TRUCE)).toMatchObject({
      since: '2025-08-13',
      state: { status: 'expired' },
      lastFact: { event: agreed, occurredAt: '2025-05-12' },
    });
    expect(await item(TRUCE, { reportedAsOf: '2026' })).toMatchObject({ since: '2025-08-13' });
  });

  it('is a step of the history, up to the end asked for', async () => {
    const steps = async (query: Record<string, string | number>) =>
      (await history(TRUCE, query)).map(({ by, since, state }) => [by, since, state.status]);
    const [fact, time] = [
      ['fact', '2025-05-12', 'in_force'],
      ['time', '2025-08-13', 'expired'],
    ];
    expect(await steps({})).toEqual([fact, time]);
    expect(await steps({ asOf: '2025-08-12' })).toEqual([fact]);
    expect(await steps({ reportedAsOf: '2026' })).toEqual([fact, time]);
    expect(await steps({ from: '2025-08-13' })).toEqual([time]);
    expect(await steps({ from: '2025-08-14' })).toEqual([]);
    expect(await steps({ from: '2025-08', to: '2025-08-12' })).toEqual([]);
    expect(await steps({ to: '2025-05-12' })).toEqual([fact]);
    expect(await steps({ from: '2025-08-13', reportedAsOf: '2026' })).toEqual([time]);
  });

  it('is followed by a fact that ends it, and shows the claims of its day', async () => {
    const extension = { truce: 'a-truce', validUntil: '2025-11-10' };
    await fixture.fact('TruceExtended', '2025-08-11', extension, LATER, 'claimed');
    await fixture.fact('TruceExtended', '2025-08-20', extension, LATER);
    const items = await history(TRUCE);
    expect(items.map(({ by, since, claims }) => [by, since, claims.length])).toEqual([
      ['fact', '2025-05-12', 0],
      ['time', '2025-08-13', 1],
      ['fact', '2025-08-20', 0],
      ['time', '2025-11-11', 0],
    ]);
    expect(await history(TRUCE, { reportedAsOf: '2026' })).toEqual(items.map((one) => ({ ...one, undated: 0 })));
  });

  it('is an instant where the end is one', async () => {
    const until = { truce: 'another-truce', parties: ['USA', 'CHN'], validUntil: '2025-08-12T12:00:00+02:00' };
    await fixture.fact('TruceAgreed', '2025-05-12', until, MAY);
    expect(await item('/v1/views/truces/another-truce')).toMatchObject({ since: '2025-08-12T10:00:00Z' });
  });

  it.each(['from=x', 'to=2025-13', 'from=2025&from=2026', 'to=@17'])('a history refuses %s', async (query) => {
    expect(refusalOf(await server.get(`${TRUCE}/history?${query}`))).toMatchObject({
      status: 400,
      code: 'bad-parameter',
    });
  });
});

// Time alone closes a summit after its last day; the report of its closing on a later day changes nothing.
it('is the day on which time alone opened the run, also after a fact that repeats the headline', async () => {
  const own = await StoryFixture.open(server, 'a-summit');
  const summit = { summit: 'a-summit', name: 'Harbour summit' };
  await own.fact('SummitOpened', '2025-10-26', { ...summit, until: '2025-10-28' }, LATER);
  await own.fact('SummitClosed', '2025-10-30', summit, LATER);
  const { since, state } = await own.get<Item>('/v1/views/summits/a-summit', { asOf: '2025-11' });
  expect([since, state['status'], state['until']]).toEqual(['2025-10-29', 'closed', '2025-10-28']);
});
