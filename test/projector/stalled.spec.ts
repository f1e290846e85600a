import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { StalledViews, viewsCheck } from '../../apps/server/src/health/views-check.js';
import { withClient } from '#platform/database/in-transaction.js';
import { registerViews } from '#projector/store/generations.js';
import { projectBatch } from '#projector/write/project-batch.js';
import type { AnyView } from '#views/define-view.js';
import { views } from '#views/registry.js';
import { asOwner, milestone, newEvent, opened, openLog, openPool, type LogDatabase } from '../support/log.js';
import { until } from '../support/until.js';
import { project, record, rows } from './projected.js';

const LIMIT = 400;

let log: LogDatabase;
beforeAll(async () => {
  log = await openLog();
  await withClient(log.pool, (client) => registerViews(client, views));
  await record(log.pool, [[opened('a-story')]]);
  await project(log.pool, 10);
});

describe('views that no longer move while events wait', () => {
  it('make a server not ready, projecting or not, until they move again, and their position is reported', async () => {
    const check = viewsCheck(openPool(log.url, 2), new StalledViews(LIMIT));
    const ready = async () => (await check.check()).ready;
    expect(await ready()).toBe(true);
    await sleep(LIMIT);
    expect(await check.check()).toMatchObject({ ready: true, detail: 'at the head of the log' });
    await asOwner(log.ownerUrl, async (other) => {
      await other.query('begin; select from checkpoint for update');
      await record(log.pool, [[milestone('a-story')], [milestone('a-story')]]);
      expect(await withClient(log.pool, (client) => projectBatch(client, views, 10))).toEqual({ kind: 'busy' });
      expect(await check.check()).toMatchObject({ ready: true, detail: '2 events behind' });
      await until('the server is not ready', async () => !(await ready()));
      const { detail } = await check.check();
      expect(detail).toMatch(/^standing still at position 1 for \d+ s while 2 events wait: .*talks, tariffs/);
      await other.query('rollback');
    });
    await project(log.pool, 10);
    expect(await check.check()).toMatchObject({ ready: true, detail: 'at the head of the log' });
  });

  it('are not reported during a long import, in which they are far behind but move', async () => {
    const check = viewsCheck(log.pool, new StalledViews(LIMIT));
    await record(
      log.pool,
      Array.from({ length: 12 }, () => [milestone('a-story')]),
    );
    for (let batch = 0; batch < 11; batch += 1) {
      await withClient(log.pool, (client) => projectBatch(client, views, 1));
      await sleep(LIMIT / 4);
      expect((await check.check()).ready).toBe(true);
    }
  });

  it('are named where they are only being built', async () => {
    await project(log.pool, 10);
    await log.pool.query(`insert into projection (view, version, status, position) values ('talks', 1, 'building', 0)`);
    const check = viewsCheck(log.pool, new StalledViews(LIMIT));
    await check.check();
    await sleep(LIMIT);
    const { ready, detail } = await check.check();
    expect([ready, detail]).toEqual([
      true,
      expect.stringMatching(/^standing still talks, being built, at position 0 for \d+ s$/),
    ]);
    await log.pool.query(`delete from projection where status = 'building'`);
  });
});

describe('a batch that computes for longer than PostgreSQL lets a transaction be idle', () => {
  /** The views, one of which takes so many milliseconds for each fact. */
  const slow = (name: string, milliseconds: number): AnyView[] =>
    views.map((view) =>
      view.name === name
        ? {
            ...view,
            on: Object.fromEntries(
              Object.entries(view.on as Record<string, { fold: (...given: unknown[]) => unknown }>).map(
                ([type, on]) => [
                  type,
                  {
                    ...on,
                    fold: (...given: unknown[]) => {
                      for (const end = performance.now() + milliseconds; performance.now() < end;);
                      return on.fold(...given);
                    },
                  },
                ],
              ),
            ),
          }
        : view,
    );

  it('keeps its transaction, and lets the event loop run', async () => {
    await project(log.pool, 10);
    const talks = (round: number) =>
      newEvent('TalksStarted', {
        story: 'a-story',
        occurredAt: new Date(Date.UTC(2025, 0, round)).toISOString().slice(0, 10),
        data: { talks: 'the-talks', parties: ['USA', 'CHN'], round },
        source: { url: 'https://example.org/', publisher: 'A' },
      });
    await record(
      log.pool,
      Array.from({ length: 240 }, (_, n) => [talks(n + 1)]),
    );
    const took: number[] = [];
    const watch = { over: false };
    const turns = (async () => {
      for (let last = performance.now(); !watch.over; last = performance.now()) {
        await sleep(1);
        took.push(performance.now() - last);
      }
    })();
    const began = performance.now();
    const outcome = await withClient(log.pool, (client) => projectBatch(client, slow('talks', 50), 1_000)).finally(
      () => {
        watch.over = true;
      },
    );
    await turns;
    expect(outcome).toMatchObject({ kind: 'moved', events: 240 });
    expect(performance.now() - began).toBeGreaterThan(11_000);
    expect(Math.max(...took)).toBeLessThan(1_000);
    expect((await rows(log.pool))[0]).toContainEqual(expect.objectContaining({ subject: 'the-talks' }));
  }, 60_000);
});
