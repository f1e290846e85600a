import { expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { FreshProjection } from '../support/load/fresh-projection.js';
import { Ledger } from '../support/load/ledger.js';
import { between, randomFrom, seedOfRun } from '../support/load/random.js';
import { breachesOf } from '../support/load/sound.js';
import { openStories, startReaders, startWriters, type Load } from '../support/load/writers.js';
import { chooseFaults } from './faults.js';
import { Members } from './members.js';
import { Tally } from './tally.js';

/** DATELINE_SOAK_MINUTES of random faults under load, on two servers and a PostgreSQL of their own. */
const MINUTES = Number(process.env['DATELINE_SOAK_MINUTES'] ?? 30);
/** So often the load stops, and all is held against the ledger and a fresh projection, minutes. */
const ROUND = 5;
const WRITERS = 12;
/** Between two answers of a writer, milliseconds: the log should grow, and stay small enough to be projected anew. */
const PAUSE = 250;

it(
  `stays sound through ${MINUTES} minutes of faults`,
  async () => {
    const seed = seedOfRun('the soak');
    const random = randomFrom(seed);
    const members = await Members.start();
    const ledger = new Ledger();
    const tally = new Tally(seed, ledger);
    const scene = { members, random, ledger };
    const load: Load = {
      servers: () => members.up,
      ledger,
      seed,
      stories: Array.from({ length: 30 }, (_, i) => `soak-story-${i}`),
    };
    const fresh = new FreshProjection(members.postgres.ownerUrl);
    await openStories(load);

    for (let left = MINUTES; left > 0; left -= ROUND) {
      const running = [startWriters(load, WRITERS, PAUSE), startReaders(load, 2, 200)];
      for (
        const end = performance.now() + Math.min(ROUND, left) * 60_000;
        performance.now() < end && ledger.breaches.length === 0;
      ) {
        await sleep(between(random, 500, 4_000));
        const strikes = chooseFaults(random).map(async ([name, fault, after]) => {
          await sleep(after);
          await fault(scene);
          tally.struck(name);
        });
        await Promise.all(strikes);
      }
      for (const one of running) await one.stop();
      const breaches: string[] = [];
      for (const server of members.up) breaches.push(...(await breachesOf(server, ledger, fresh)));
      tally.tell(breaches);
      expect(breaches).toEqual([]);
      // What a poisoned statement refused while nobody could be told of it is all that may be left open.
      expect(
        [...ledger.entries].filter(([mark, { state }]) => state === 'unknown' && !mark.includes('poison')),
      ).toEqual([]);
    }
  },
  (MINUTES + 20) * 60_000,
);
