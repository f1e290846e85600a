import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { z } from 'zod';
import { GenerationBody, ProjectionsBody } from '../../apps/server/src/admin/projections.schema.js';
import { RetiredSweep } from '#projector/rebuild/sweep-retired.js';
import { deals } from '#views/deals.js';
import { tariffs } from '#views/tariffs.js';
import { bodyOf, refusalOf } from '../http/recording.js';
import { asOwner, openPool } from '../support/log.js';
import { startServer, type TestServer } from '../support/server.js';
import { Desk, rate } from './desk.js';

type Generation = z.output<typeof GenerationBody>;

const GAZETTE = { publisher: 'Gazette', publishedAt: '2025-06-01' };

let server: TestServer;
let desk: Desk;

beforeAll(async () => {
  server = await startServer();
  desk = await Desk.open(server, 'a-story');
  const fact = await desk.fact('TariffChanged', '2025-04-11', rate(145), GAZETTE);
  const other = await desk.fact('TariffChanged', '2025-04-12', rate(25, 'CAN'), GAZETTE);
  await desk.corroborate(fact, { publisher: 'Post', publishedAt: '2025-07-01' }, { occurredAt: '2025-04-09' });
  await desk.correct(other, { data: rate(25, 'MEX') }, { publisher: 'Gazette', publishedAt: '2025-07-01' });
}, 120_000);

const generations = async (view = 'tariffs'): Promise<Generation[]> =>
  bodyOf(ProjectionsBody, await server.get('/v1/admin/projections')).items.filter((one) => one.view === view);
const rebuild = (view = 'tariffs') => server.request('POST', `/v1/admin/projections/${view}/rebuild`);

/** Waits until one generation serves and none is being built; answers its id. */
async function settled(): Promise<number> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(50)) {
    const [only, ...more] = await generations();
    if (only?.status === 'active' && more.length === 0) return only.id;
  }
  throw new Error('the view was not built in time');
}

/** Keeps every projector from moving meanwhile. */
async function whileHeld<T>(use: () => Promise<T>): Promise<T> {
  return asOwner(server.ownerUrl, async (client) => {
    await client.query('begin');
    await client.query('select from checkpoint for update');
    try {
      return await use();
    } finally {
      await client.query('rollback');
    }
  });
}

/** All that can be read of the view, on each clock. */
async function readings(): Promise<string[]> {
  const item = `/v1/views/tariffs/${encodeURIComponent('USA>CHN:all')}`;
  const clocks = [
    'asOf=2025-04-10',
    `asOf=2025-10&recordedAsOf=@${desk.position - 1}`,
    'asOf=2025-10&reportedAsOf=2025-06-15',
  ];
  const paths = clocks.flatMap((query) =>
    [item, `${item}/history`, `${item}/facts`, '/v1/stories/a-story', '/v1/views/tariffs', '/v1/disputes'].map(
      (path) => `${path}?${query}`,
    ),
  );
  return Promise.all(paths.map(async (path) => (await server.get(path)).text));
}

describe('a rebuild', () => {
  it('puts a new generation in the place of the one that served, which says the same', async () => {
    const [before, served] = [await readings(), await settled()];
    const begun = await rebuild();
    expect(bodyOf(GenerationBody, begun, 202)).toMatchObject({ view: 'tariffs', version: tariffs.version });
    const now = await settled();
    expect(now).toBeGreaterThan(served);
    expect(await readings()).toEqual(before);
    const id = await desk.fact('TariffChanged', '2025-05-12', rate(30), GAZETTE);
    const told = await desk.get<{ events: string[] }>(`/v1/views/tariffs/${encodeURIComponent('USA>CHN:all')}`);
    expect(told.events).toContain(id);
  });

  it('is seen while it goes on, and begun once', async () => {
    const served = await settled();
    await whileHeld(async () => {
      const [first, second] = [
        bodyOf(GenerationBody, await rebuild(), 202),
        bodyOf(GenerationBody, await rebuild(), 202),
      ];
      expect(first).toMatchObject({ status: 'building', position: 0, progress: 0, lag: desk.position, error: null });
      expect(second.id).toBe(first.id);
      expect((await generations()).map((one) => [one.status, one.progress])).toEqual([
        ['active', null],
        ['building', 0],
      ]);
      // The one that serves answers meanwhile.
      expect((await server.get('/v1/views/tariffs')).status).toBe(200);
    });
    expect(await settled()).toBeGreaterThan(served);
  });

  it('is of a view that there is, and for an admin', async () => {
    expect(refusalOf(await rebuild('nothing'))).toMatchObject({ status: 404, code: 'not-found' });
    const unknown = await server.request('POST', '/v1/admin/projections/tariffs/rebuild', undefined, {
      authorization: '',
    });
    expect(unknown.status).toBe(401);
  });

  it('never brings back the version of an older program', async () => {
    await settled();
    const version = (to: number) =>
      asOwner(server.ownerUrl, (client) =>
        client.query(`update projection set version = $1 where view = 'deals' and status = 'active'`, [to]),
      );
    await version(7);
    try {
      expect(bodyOf(GenerationBody, await rebuild('deals'), 202)).toMatchObject({ version: 7, status: 'building' });
      expect((await generations('deals')).map((one) => [one.version, one.status])).toEqual([
        [7, 'active'],
        [7, 'building'],
      ]);
    } finally {
      await asOwner(server.ownerUrl, (client) =>
        client.query(`update projection set version = $1 where view = 'deals' and status in ('active', 'building')`, [
          deals.version,
        ]),
      );
    }
  });
});

it('what a retired generation leaves is deleted after a while, and nothing else', async () => {
  await settled();
  const pool = openPool(server.databaseUrl, 1);
  const count = async (status: string): Promise<number> => {
    const { rows } = await pool.query<{ n: string }>(
      'select count(*) as n from view_version v join projection p on p.id = v.projection and p.status = $1',
      [status],
    );
    return Number(rows[0]?.n);
  };
  const [serving, retired] = [await count('active'), await count('retired')];
  expect(retired).toBeGreaterThan(0);
  const sweepAll = async (): Promise<void> => {
    const client: pg.PoolClient = await pool.connect();
    const sweep = new RetiredSweep();
    while (sweep.due) await sweep.step(client);
    client.release();
  };
  await sweepAll();
  expect(await count('retired')).toBe(retired);
  await pool.query(`update projection set changed_at = now() - interval '1 hour' where status = 'retired'`);
  await sweepAll();
  expect([await count('active'), await count('retired')]).toEqual([serving, 0]);
});

it('a build that failed shows, with why', async () => {
  await settled();
  await asOwner(server.ownerUrl, (client) =>
    client.query(
      `insert into projection (view, version, status, position, error) values ('tariffs', 1, 'retired', 3, '{"message": "broken", "position": 4, "subject": "USA>CHN:all"}')`,
    ),
  );
  expect((await generations()).map((one) => [one.status, one.error?.message])).toEqual([
    ['active', undefined],
    ['failed', 'broken'],
  ]);
});
