import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { z } from 'zod';
import { GenerationBody, ProjectionsBody } from '../../apps/server/src/admin/projections.controller.js';
import { RetiredSweep } from '#projector/rebuild/manage-generations.js';
import { deals } from '#views/deals.js';
import { tariffs } from '#views/tariffs.js';
import { bodyOf, refusalOf } from '../http/recording.js';
import { asOwner, openPool } from '../support/log.js';
import { startServer, type TestServer } from '../support/server.js';
import { StoryFixture, rate } from './story-fixture.js';

type Generation = z.output<typeof GenerationBody>;

const GAZETTE = { publisher: 'Gazette', publishedAt: '2025-06-01' };

let server: TestServer;
let fixture: StoryFixture;

beforeAll(async () => {
  server = await startServer();
  fixture = await StoryFixture.open(server, 'a-story');
  const fact = await fixture.fact('TariffChanged', '2025-04-11', rate(145), GAZETTE);
  const other = await fixture.fact('TariffChanged', '2025-04-12', rate(25, 'CAN'), GAZETTE);
  await fixture.corroborate(fact, { publisher: 'Post', publishedAt: '2025-07-01' }, { occurredAt: '2025-04-09' });
  await fixture.correct(other, { data: rate(25, 'MEX') }, { publisher: 'Gazette', publishedAt: '2025-07-01' });
}, 120_000);

const generations = async (view = 'tariffs'): Promise<Generation[]> =>
  bodyOf(ProjectionsBody, await server.get('/v1/admin/projections')).items.filter((one) => one.view === view);
const rebuild = (view = 'tariffs') => server.request('POST', `/v1/admin/projections/${view}/rebuild`);

/** Waits until one generation is active and none is being built. Resolves to its id. */
async function settled(): Promise<number> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await sleep(50)) {
    const [only, ...more] = await generations();
    if (only?.status === 'active' && more.length === 0) return only.id;
  }
  throw new Error('the view was not built in time');
}

/** Blocks every projector meanwhile. */
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

/** The answers of all reads of the view, on each clock. */
async function readings(): Promise<string[]> {
  const item = `/v1/views/tariffs/${encodeURIComponent('USA>CHN:all')}`;
  const clocks = [
    'asOf=2025-04-10',
    `asOf=2025-10&recordedAsOf=@${fixture.position - 1}`,
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
  it('replaces the active generation by one with the same answers', async () => {
    const [before, replaced] = [await readings(), await settled()];
    const begun = await rebuild();
    expect(bodyOf(GenerationBody, begun, 202)).toMatchObject({ view: 'tariffs', version: tariffs.version });
    const now = await settled();
    expect(now).toBeGreaterThan(replaced);
    expect(await readings()).toEqual(before);
    const id = await fixture.fact('TariffChanged', '2025-05-12', rate(30), GAZETTE);
    const item = await fixture.get<{ events: string[] }>(`/v1/views/tariffs/${encodeURIComponent('USA>CHN:all')}`);
    expect(item.events).toContain(id);
  });

  it('is listed while it runs, and started only once', async () => {
    const served = await settled();
    await whileHeld(async () => {
      const [first, second] = [
        bodyOf(GenerationBody, await rebuild(), 202),
        bodyOf(GenerationBody, await rebuild(), 202),
      ];
      expect(first).toMatchObject({ status: 'building', position: 0, progress: 0, lag: fixture.position, error: null });
      expect(second.id).toBe(first.id);
      expect((await generations()).map((one) => [one.status, one.progress])).toEqual([
        ['active', null],
        ['building', 0],
      ]);
      // The active generation is read meanwhile.
      expect((await server.get('/v1/views/tariffs')).status).toBe(200);
    });
    expect(await settled()).toBeGreaterThan(served);
  });

  it('needs an existing view, and an admin', async () => {
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

it('the rows of a retired generation, and no others, are deleted after a while', async () => {
  await settled();
  const pool = openPool(server.databaseUrl, 1);
  const count = async (status: string): Promise<number> => {
    const { rows } = await pool.query<{ n: string }>(
      'select count(*) as n from view_version v join projection p on p.id = v.projection and p.status = $1',
      [status],
    );
    return Number(rows[0]?.n);
  };
  const [active, retired] = [await count('active'), await count('retired')];
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
  expect([await count('active'), await count('retired')]).toEqual([active, 0]);
});

it('a failed build is listed with its error', async () => {
  await settled();
  await asOwner(server.ownerUrl, (client) =>
    client.query(
      `insert into projection (view, version, status, position, error)
       values ('tariffs', 1, 'retired', 3, '{"message": "broken", "position": 4, "subject": "USA>CHN:all"}')`,
    ),
  );
  expect((await generations()).map((one) => [one.status, one.error?.message])).toEqual([
    ['active', undefined],
    ['failed', 'broken'],
  ]);
});
