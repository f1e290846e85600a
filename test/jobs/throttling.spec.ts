import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '../support/database.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { backends, SummaryProbe } from './summary-probe.js';
import { fact, open, record, storyNames } from './facts.js';

const stories = storyNames(20);

describe.each(backends)('a process of all roles, with the queues on %s', (backend) => {
  let probe: SummaryProbe;
  let server: TestServer;
  beforeAll(async () => {
    probe = await SummaryProbe.on(backend, await createTestDatabase());
    server = await probe.start('api,projector,worker');
    await open(server, stories);
    await probe.untilFresh();
  }, 60_000);
  afterAll(async () => {
    await probe.untilFresh();
  });

  it('adds a fact to the brief within a second while a few clients read', async () => {
    const reading = read(1, 100);
    const times: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      const position = await record(server, fact('story-0', n));
      const began = performance.now();
      const isIncluded = async (): Promise<boolean> =>
        (await probe.rows()).some(
          ({ story, kind, made_from }) => story === 'story-0' && kind === 'brief' && made_from >= position,
        );
      await until('the brief includes it', isIncluded, 5_000);
      times.push(performance.now() - began);
      await sleep(100);
    }
    await reading.stop();
    expect(times.sort((a, b) => a - b)[18]).toBeLessThan(1_000);
  }, 60_000);

  it('builds one summary at a time while many requests come, and all of them in the end', async () => {
    const reading = read(8, 0);
    await sleep(1_000);
    const before = server.log().length;
    for (let n = 0; n < 2; n += 1) {
      await record(
        server,
        stories.map((story) => fact(story, `under-load-${n}`)),
      );
      await probe.untilFresh();
    }
    await reading.stop();
    const built = summariesBuilt(server.log().slice(before));
    expect(built.length).toBeGreaterThanOrEqual(2 * stories.length);
    const worked = built.reduce((sum, { ms }) => sum + ms, 0);
    const [first, last] = [built[0], built.at(-1)];
    if (!first || !last) throw new Error('nothing was built');
    expect(worked).toBeLessThan(last.at - first.at + first.ms);
  }, 90_000);

  /** Reads a board until `stop`, by so many readers, each with a pause after each answer, milliseconds. */
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

/** When each summary in a log was built, and how long that took; milliseconds. */
const summariesBuilt = (log: string): { at: number; ms: number }[] =>
  log
    .split('\n')
    .filter((line) => line.includes('a summary was built'))
    .map((line) => JSON.parse(line) as { time: string | number; ms: number })
    .map(({ time, ms }) => ({ at: new Date(time).getTime(), ms }));
