import { expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '#platform/database/in-transaction.js';
import { changeGenerations, registerViews } from '#projector/store/generations.js';
import { readProjections } from '#projector/store/projections.js';
import { requestRebuild } from '#projector/rebuild/manage-generations.js';
import { views } from '#views/registry.js';
import { opened, openLog } from '../support/log.js';
import { project, record, withNewer } from './projected.js';

it('a rebuild requested while generations change waits; a newer version registered later retires it', async () => {
  const { pool } = await openLog();
  await withClient(pool, (client) => registerViews(client, views));
  await record(pool, [[opened('one')]]);
  await project(pool, 10);
  const building = async (): Promise<[string, number][]> =>
    (await readProjections(pool))
      .filter(({ status }) => status === 'building')
      .map(({ view, version }) => [view, version]);
  const { requested } = await withClient(pool, (client) =>
    changeGenerations(client, async () => {
      // In an object: otherwise the change would wait for the promise.
      const rebuild = requestRebuild(pool, 'tariffs');
      await sleep(200);
      expect(await building()).toEqual([]);
      return { requested: rebuild };
    }),
  );
  await requested;
  const version = views.find(({ name }) => name === 'tariffs')?.version ?? 0;
  expect(await building()).toEqual([['tariffs', version]]);
  // Several of both at once.
  await Promise.all([
    ...Array.from({ length: 5 }, () => requestRebuild(pool, 'tariffs')),
    withClient(pool, (client) => registerViews(client, withNewer('tariffs'))),
    ...Array.from({ length: 5 }, () => requestRebuild(pool, 'tariffs')),
  ]);
  expect(await building()).toEqual([['tariffs', version + 1]]);
});
