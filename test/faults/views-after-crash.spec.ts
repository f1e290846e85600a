import { beforeAll, expect, it } from '@jest/globals';
import { createPool } from '#platform/database/pool.js';
import { withClient } from '#platform/database/in-transaction.js';
import { createLogger } from '#platform/logging/logger.js';
import { projectBatch } from '#projector/write/project-batch.js';
import { registerViews } from '#projector/store/generations.js';
import { HistoryCache } from '#projector/write/history-cache.js';
import { Checkpoint } from '#reader/clocks/checkpoint.js';
import { views } from '#views/registry.js';
import { randomRequests } from '../projector/fact-generator.js';
import { fresh, projectOn, record, rows } from '../projector/projected.js';
import { seedOfRun } from '../support/load/random.js';
import { startOwnPostgres, type OwnPostgres } from '../support/own-postgres.js';
import { startServer } from '../support/server.js';

const seed = seedOfRun('commits of the views that a crash loses');
const CRASHES = 6;
const CASES = ['in the middle of a batch', 'another server projects it again', 'this one goes on'];

let postgres: OwnPostgres;
beforeAll(async () => {
  postgres = await startOwnPostgres();
  const server = await startServer({
    DATABASE_URL: postgres.url,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    DATELINE_ROLES: 'api',
  });
  await server.stop();
});

const open = (url: string) => createPool(url, { name: 'test', max: 2 }, createLogger('silent'));

it('what the views lose in a crash is projected again, to the same rows, by whichever process comes next', async () => {
  let pool = open(postgres.url);
  await record(pool, randomRequests(seed, 300));
  await withClient(pool, (client) => registerViews(client, views));

  const checkpoint = (): Promise<number> => new Checkpoint(pool).read();
  // Kept over the crashes, as in a server: it then holds rows that are lost.
  const cache = new HistoryCache();
  let lost = 0;
  for (let crash = 0; crash < CRASHES; crash += 1) {
    const client = await pool.connect();
    client.on('error', () => undefined);
    let reached = 0;
    for (let batches = 0; batches <= crash % 2; batches += 1) {
      const outcome = await projectBatch(client, views, 13, cache);
      if (outcome.kind === 'moved') reached = outcome.position;
    }
    const what = CASES[crash % CASES.length];
    const running =
      what === 'in the middle of a batch' ? projectBatch(client, views, 40, cache).catch(() => undefined) : undefined;
    await postgres.crash();
    await running;
    client.release(true);
    await pool.end();
    await postgres.start();
    pool = open(postgres.url);
    if ((await checkpoint()) < reached) lost += 1;
    if (what === 'another server projects it again')
      await withClient(pool, async (other) => {
        while ((await checkpoint()) < reached) await projectBatch(other, views, 1);
      });
  }
  await withClient(pool, (client) => projectOn(client, 29, cache));
  expect(lost).toBeGreaterThan(0);
  const again = await rows(pool);
  const owner = open(postgres.ownerUrl);
  expect(again).toEqual(await fresh(owner, 1, false));
  await Promise.all([pool.end(), owner.end()]);
});
