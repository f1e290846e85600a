import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '../support/database.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { backends, Desk } from './desk.js';
import { fact, open, record, storiesNamed } from './facts.js';

const stories = storiesNamed(20);

describe.each(backends)('a process of all roles, with the queues on %s', (backend) => {
  let desk: Desk;
  let server: TestServer;
  beforeAll(async () => {
    desk = await Desk.on(backend, await createTestDatabase());
    server = await desk.start('api,projector,worker');
    await open(server, stories);
    await desk.untilFresh();
  }, 60_000);
  afterAll(async () => {
    await desk.untilFresh();
  });

  it('tells a fact within a second while a few read', async () => {
    const reading = read(1, 100);
    const times: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      const position = await record(server, fact('story-0', n));
      const began = performance.now();
      const kept = async (): Promise<boolean> =>
        (await desk.rows()).some(
          ({ story, kind, made_from }) => story === 'story-0' && kind === 'brief' && made_from >= position,
        );
      await until('the brief holds it', kept, 5_000);
      times.push(performance.now() - began);
      await sleep(100);
    }
    await reading.stop();
    expect(times.sort((a, b) => a - b)[18]).toBeLessThan(1_000);
  }, 60_000);

  it('makes one summary at a time beside many requests, and all of them in the end', async () => {
    const reading = read(8, 0);
    await sleep(1_000);
    const before = server.log().length;
    for (let n = 0; n < 2; n += 1) {
      await record(
        server,
        stories.map((story) => fact(story, `beside-${n}`)),
      );
      await desk.untilFresh();
    }
    await reading.stop();
    const made = summariesMade(server.log().slice(before));
    expect(made.length).toBeGreaterThanOrEqual(2 * stories.length);
    const worked = made.reduce((sum, { ms }) => sum + ms, 0);
    const [first, last] = [made[0], made.at(-1)];
    if (!first || !last) throw new Error('nothing was made');
    expect(worked).toBeLessThan(last.at - first.at + first.ms);
  }, 90_000);

  /** So many read a board, each so many milliseconds after its last answer, until they are told to stop. */
  function read(readers: number, pause: number): { stop: () => Promise<void> } {
    let going = true;
    const one = async (): Promise<void> => {
      while (going) {
        await server.get('/v1/stories/story-0');
        await sleep(pause);
      }
    };
    const done = Promise.all(Array.from({ length: readers }, one));
    return {
      stop: async () => {
        going = false;
        await done;
      },
    };
  }
});

/** When each summary was made that a log tells of, and how long that took; milliseconds. */
const summariesMade = (log: string): { at: number; ms: number }[] =>
  log
    .split('\n')
    .filter((line) => line.includes('a summary was made'))
    .map((line) => JSON.parse(line) as { time: string | number; ms: number })
    .map(({ time, ms }) => ({ at: new Date(time).getTime(), ms }));
