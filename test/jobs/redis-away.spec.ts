import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '../support/database.js';
import { ownRedis } from '../support/own-redis.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { SummaryProbe } from './summary-probe.js';
import { fact, keepPosting, open, record, storyNames } from './facts.js';

const queuesOf = async (server: TestServer): Promise<string> => {
  const ready = await server.get('/readyz');
  expect(ready.status).toBe(200);
  return (ready.body as { checks: { queues: { detail: string } } }).checks.queues.detail;
};

describe('Redis', () => {
  it('is away at the start: facts are accepted, and summaries are built once it is there', async () => {
    const redis = await ownRedis();
    const probe = await SummaryProbe.on('Redis', await createTestDatabase(), redis);
    const server = await probe.start('api,projector,worker');
    await probe.watch();
    expect(await queuesOf(server)).toBe('degraded: Redis is away, summaries are made once it is back');
    const stories = storyNames(5);
    await open(server, stories);
    const began = performance.now();
    for (const story of stories) await record(server, fact(story, 'early'));
    expect(performance.now() - began).toBeLessThan(5_000);
    expect((await server.get('/v1/admin/queues')).body).toMatchObject({
      backend: 'Redis',
      here: false,
      items: [],
      deadLetters: [],
    });
    expect((await server.get('/metrics')).text).toContain('dateline_queues_up 0');
    // Nothing was built yet, so the brief is built on request.
    expect((await server.get('/v1/stories/story-1/brief?minPosition=10')).body).toMatchObject({
      madeFrom: 10,
      stale: false,
    });
    expect((await probe.rows()).every(({ made_from }) => made_from === 0)).toBe(true);

    await redis.start();
    await probe.untilFresh();
    await until('the check reports it', async () => (await queuesOf(server)) === 'on Redis, nothing to do');
    expect((await server.get('/metrics')).text).toContain('dateline_queues_up 1');
    expect(await probe.regressions()).toEqual([]);
  }, 60_000);

  it('is stopped for 20 s under load: facts are accepted meanwhile, and summaries are built later', async () => {
    const probe = await SummaryProbe.on('Redis', await createTestDatabase());
    const server = await probe.start('api,projector,worker');
    await probe.watch();
    const stories = storyNames(8);
    await open(server, stories);
    const posting = keepPosting(server, stories, 2);
    await sleep(1_000);
    await probe.redis?.stop();
    const before = posting.accepted();
    await until('the check reports it', async () => (await queuesOf(server)).startsWith('degraded: Redis is away'));
    await sleep(20_000);
    expect(posting.accepted()).toBeGreaterThan(before + 20);
    await probe.redis?.start();
    await posting.stop();
    await probe.untilFresh();
    expect(await probe.regressions()).toEqual([]);
    const touches = (await probe.rows())
      .filter(({ kind }) => kind === 'brief')
      .reduce((sum, row) => sum + row.touches, 0);
    expect(touches).toBe(posting.accepted() + stories.length);
  }, 90_000);

  it('is away when the server is stopped: the server ends in time', async () => {
    const probe = await SummaryProbe.on('Redis', await createTestDatabase());
    const server = await probe.start('api,projector,worker');
    await open(server, ['one']);
    await probe.untilFresh();
    await probe.redis?.stop();
    await sleep(500);
    const began = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
  }, 60_000);
});
