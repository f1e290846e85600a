import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '../support/database.js';
import { ownRedis } from '../support/own-redis.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { Desk } from './desk.js';
import { fact, keepPosting, open, record, storiesNamed } from './facts.js';

const queuesOf = async (server: TestServer): Promise<string> => {
  const ready = await server.get('/readyz');
  expect(ready.status).toBe(200);
  return (ready.body as { checks: { queues: { detail: string } } }).checks.queues.detail;
};

describe('Redis', () => {
  it('is not there at the start: facts are accepted, and told once it is', async () => {
    const redis = await ownRedis();
    const desk = await Desk.on('Redis', await createTestDatabase(), redis);
    const server = await desk.start('api,projector,worker');
    await desk.watch();
    expect(await queuesOf(server)).toBe('degraded: Redis is away, summaries are made once it is back');
    const stories = storiesNamed(5);
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
    // Nothing was made yet: it is made for whoever asks.
    expect((await server.get('/v1/stories/story-1/brief?minPosition=10')).body).toMatchObject({
      madeFrom: 10,
      stale: false,
    });
    expect((await desk.rows()).every(({ made_from }) => made_from === 0)).toBe(true);

    await redis.start();
    await desk.untilFresh();
    await until('it is told', async () => (await queuesOf(server)) === 'on Redis, nothing to do');
    expect((await server.get('/metrics')).text).toContain('dateline_queues_up 1');
    expect(await desk.wentBack()).toEqual([]);
  }, 60_000);

  it('is stopped for 20 s under load: facts are accepted all the while, and all is told once it is back', async () => {
    const desk = await Desk.on('Redis', await createTestDatabase());
    const server = await desk.start('api,projector,worker');
    await desk.watch();
    const stories = storiesNamed(8);
    await open(server, stories);
    const posting = keepPosting(server, stories, 2);
    await sleep(1_000);
    await desk.redis?.stop();
    const before = posting.accepted();
    await until('it is told', async () => (await queuesOf(server)).startsWith('degraded: Redis is away'));
    await sleep(20_000);
    expect(posting.accepted()).toBeGreaterThan(before + 20);
    await desk.redis?.start();
    await posting.stop();
    await desk.untilFresh();
    expect(await desk.wentBack()).toEqual([]);
    const touches = (await desk.rows())
      .filter(({ kind }) => kind === 'brief')
      .reduce((sum, row) => sum + row.touches, 0);
    expect(touches).toBe(posting.accepted() + stories.length);
  }, 90_000);

  it('is away when the server is told to stop: it ends in time', async () => {
    const desk = await Desk.on('Redis', await createTestDatabase());
    const server = await desk.start('api,projector,worker');
    await open(server, ['one']);
    await desk.untilFresh();
    await desk.redis?.stop();
    await sleep(500);
    const began = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
  }, 60_000);
});
