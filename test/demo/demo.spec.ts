import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '../support/database.js';
import {
  freshFolder,
  launchServer,
  SHIPPED,
  startServer,
  type LaunchedServer,
  type TestServer,
} from '../support/server.js';
import { holdAppends } from './hold-appends.js';

const SIZE = 69;
const DATES = [
  '2025-02-03',
  '2025-04-10',
  '2025-04-30',
  '2025-06-09',
  '2025-08-12',
  '2025-10-14',
  '2025-10-26',
  '2025-11-11',
  '',
];
const STORIES = ['asean-summit-47', 'cambodia-thailand', 'trump-asia-tour-2025', 'us-china-trade', 'us-korea-trade'];

interface Item {
  subject: string;
  since: string | null;
  state: Record<string, unknown> | null;
  contested: boolean;
  dateUncertain: boolean;
  claims: { by: string; data: Record<string, unknown> }[];
}

interface Board {
  views: Record<string, Item[]>;
  deadlines: { what: string; date: string; daysLeft: number }[];
  clocks: { position: number };
}

async function boardOf(server: TestServer, asOf = '', story = 'us-china-trade'): Promise<Board> {
  const answer = await server.get(`/v1/stories/${story}${asOf && `?asOf=${asOf}`}`);
  expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
  return answer.body as Board;
}

async function item(server: TestServer, view: string, subject: string, asOf = ''): Promise<Item | undefined> {
  return (await boardOf(server, asOf)).views[view]?.find((one) => one.subject === subject);
}

const headOf = async (server: TestServer): Promise<number> =>
  ((await server.get('/v1/admin/log')).body as { position: number }).position;

const demoLine = ({ log }: Pick<LaunchedServer, 'log'>): string | undefined => /^ +Demo +(.*)$/m.exec(log())?.[1];

describe('a first start with nothing configured', () => {
  const dataDir = freshFolder();
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer({}, { databaseUrl: null, dataDir, program: SHIPPED });
  }, 90_000);

  it('has loaded the demo when it is ready, and reports it', async () => {
    expect(demoLine(server)).toBe(`loaded: ${SIZE} events from 5 articles`);
    expect(await headOf(server)).toBe(SIZE);
    const { items } = (await server.get('/v1/stories', { authorization: '' })).body as { items: { slug: string }[] };
    expect(items.map(({ slug }) => slug).sort()).toEqual(STORIES);
    const events = (await server.get('/v1/events?story=us-china-trade&limit=200')).body as { items: unknown[] };
    expect(events.items.length).toBeGreaterThanOrEqual(25);
  });

  it('shows the duel of April: 145 percent against up to 125', async () => {
    expect((await item(server, 'tariffs', 'USA>CHN:all', '2025-04-09'))?.state).toMatchObject({
      ratePercent: 104,
      previousRatePercent: 20,
    });
    expect((await item(server, 'tariffs', 'USA>CHN:all', '2025-04-30'))?.state).toMatchObject({
      ratePercent: 145,
      basis: 'cumulative',
    });
    expect((await item(server, 'tariffs', 'CHN>USA:all', '2025-04-11'))?.state).toMatchObject({
      ratePercent: 84,
      pending: [{ kind: 'announced', ratePercent: 125, due: false }],
    });
    expect((await item(server, 'tariffs', 'CHN>USA:all', '2025-04-30'))?.state).toMatchObject({
      ratePercent: 125,
      comparator: 'up_to',
      pending: [],
    });
    expect((await boardOf(server, '2025-04-30')).views).toMatchObject({ truces: [], talks: [] });
  });

  it('shows the truce of August as extended, the day after its extension', async () => {
    expect((await item(server, 'truces', 'us-china-tariff-truce', '2025-08-10'))?.state).toMatchObject({
      validUntil: '2025-08-12',
    });
    const { views, deadlines } = await boardOf(server, '2025-08-12');
    expect(views['truces']).toMatchObject([
      { since: '2025-08-11', state: { validUntil: '2025-11-10', status: 'in_force' } },
    ]);
    expect(views['tariffs']?.map(({ subject, state }) => [subject, state?.['ratePercent'], state?.['status']])).toEqual(
      [
        ['CHN>USA:additional-24-percent', null, 'suspended'],
        ['CHN>USA:all', 10, 'in_force'],
        ['USA>CHN:additional-24-percent', null, 'suspended'],
        ['USA>CHN:all', 30, 'in_force'],
      ],
    );
    expect(views['talks']).toMatchObject([{ state: { status: 'concluded', round: 3 } }]);
    expect(views['meetings']).toEqual([]);
    expect(deadlines).toContainEqual(
      expect.objectContaining({ what: 'truce runs out', date: '2025-11-10', daysLeft: 90 }),
    );
  });

  it('shows the fifth round of October as under way, claims as claims, and the meeting as a plan', async () => {
    const { views } = await boardOf(server, '2025-10-26');
    expect(views['tariffs']?.at(-1)).toMatchObject({
      subject: 'USA>CHN:all',
      state: {
        ratePercent: 30,
        pending: [{ kind: 'threatened', ratePercent: 100, effectiveFrom: '2025-11-01', due: false }],
      },
      claims: [{ by: 'Donald Trump', data: { ratePercent: 157 } }],
    });
    expect(views['truces']).toMatchObject([
      { state: { status: 'in_force' }, claims: [{ by: 'Harbour Wire', data: { ordinal: 3 } }] },
    ]);
    const talks = views['talks']?.[0]?.state as {
      rounds: { place: { name?: string; country: string } }[];
      leads: unknown[];
    };
    expect(talks).toMatchObject({ status: 'under_way', round: 5 });
    expect(talks.rounds.map(({ place }) => place.name ?? place.country)).toEqual([
      'Geneva',
      'London',
      'Stockholm',
      'Madrid',
      'MYS',
    ]);
    expect(talks.leads).toMatchObject([{ person: { name: 'He Lifeng' } }, { person: { name: 'Scott Bessent' } }]);
    expect(views['meetings']).toMatchObject([{ state: { status: 'scheduled', scheduledFor: '2025-10-30' } }]);
    expect(views['deals']).toMatchObject([{ state: { status: 'negotiating' }, claims: [{ by: 'Jamieson Greer' }] }]);
    expect(views['restrictions']).toHaveLength(4);
  });

  it('shows as of today what has run out since, and no plan as fulfilled', async () => {
    const { views, deadlines } = await boardOf(server);
    expect(views['truces']).toMatchObject([{ state: { status: 'expired' } }]);
    expect(views['tariffs']?.map(({ state }) => state?.['status'])).toEqual([
      'unknown',
      'in_force',
      'unknown',
      'in_force',
    ]);
    expect(views['tariffs']?.at(-1)?.state).toMatchObject({
      ratePercent: 30,
      pending: [{ ratePercent: 100, due: true }],
    });
    expect(views['meetings']).toMatchObject([{ state: { status: 'scheduled' } }]);
    expect(deadlines.filter(({ daysLeft }) => daysLeft >= 0)).toEqual([]);
  });

  it('contains no contradiction', async () => {
    for (const story of STORIES)
      for (const asOf of DATES) {
        const items = Object.values((await boardOf(server, asOf, story)).views).flat();
        expect(items.filter(({ contested, dateUncertain }) => contested || dateUncertain)).toEqual([]);
      }
  });

  it('shows as recorded before the third article that the truce ended in August', async () => {
    const { items } = (await server.get('/v1/events?type=TruceExtended')).body as { items: { position: number }[] };
    const before = `recordedAsOf=@${(items[0]?.position ?? 0) - 10}`;
    expect((await server.get(`/v1/views/truces/us-china-tariff-truce?asOf=2025-08-13&${before}`)).body).toMatchObject({
      state: { validUntil: '2025-08-12', status: 'expired' },
    });
  });

  it('is not loaded again by a second start', async () => {
    expect(await server.stop()).toBe(0);
    server = await startServer({}, { databaseUrl: null, dataDir });
    expect(demoLine(server)).toBeUndefined();
    expect(await headOf(server)).toBe(SIZE);
    await server.stop();
    server = await startServer({ DATELINE_DEMO: 'true' }, { databaseUrl: null, dataDir });
    expect(demoLine(server)).toBe('loaded before');
    expect(await headOf(server)).toBe(SIZE);
  }, 60_000);
});

it('is not loaded if it is disabled', async () => {
  const server = await startServer({ DATELINE_DEMO: 'false' }, { databaseUrl: null });
  expect(demoLine(server)).toBeUndefined();
  expect(await headOf(server)).toBe(0);
  await server.stop();
}, 60_000);

it('is not loaded into an external database unless enabled, nor into a log that is not empty', async () => {
  const plain = await startServer();
  expect(await headOf(plain)).toBe(0);
  await plain.post('/v1/stories', { slug: 'grain-corridor', title: 'Grain corridor' });
  await plain.stop();
  const enabled = await startServer({ DATELINE_DEMO: 'true' }, plain);
  expect(demoLine(enabled)).toBe('not loaded, because the log is not empty');
  expect(await headOf(enabled)).toBe(1);
}, 60_000);

it('is continued if a start was killed while loading it', async () => {
  const { url: databaseUrl, ownerUrl, adminUrl } = await createTestDatabase();
  const held = await holdAppends(adminUrl, { from: 30 });
  const killed = await launchServer({ DATELINE_DEMO: 'true' }, { databaseUrl, ownerUrl });
  await held.reached();
  killed.child.kill('SIGKILL');
  await killed.exited;
  const kept = await held.release();
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(30);

  const server = await startServer({ DATELINE_DEMO: 'true' }, { databaseUrl, ownerUrl });
  expect(demoLine(server)).toBe(`loaded: ${SIZE} events from 5 articles`);
  expect(await headOf(server)).toBe(SIZE);
  const { items } = (await server.get('/v1/articles?limit=200')).body as { items: unknown[] };
  expect(items).toHaveLength(5);
  expect((await boardOf(server, '2025-10-26')).views['talks']).toMatchObject([{ state: { round: 5 } }]);
}, 60_000);

it('delays the readiness of a server until the views show it', async () => {
  const { url: databaseUrl, ownerUrl } = await createTestDatabase();
  const api = await launchServer({ DATELINE_DEMO: 'true', DATELINE_ROLES: 'api' }, { databaseUrl, ownerUrl });
  while (!demoLine(api)) await sleep(50);
  const url = /is running: (http:\/\/\S+)/.exec(api.log())?.[1] ?? '';
  const ready = async (): Promise<[number, string]> => {
    const answer = await fetch(`${url}/readyz`);
    return [answer.status, await answer.text()];
  };
  expect(await ready()).toEqual([503, expect.stringContaining('demo (the views do not have it yet)')]);

  await startServer({ DATELINE_DEMO: 'false', DATELINE_ROLES: 'projector' }, { databaseUrl, ownerUrl });
  for (let tries = 0; tries < 200 && (await ready())[0] !== 200; tries++) await sleep(50);
  expect((await ready())[0]).toBe(200);
}, 60_000);
