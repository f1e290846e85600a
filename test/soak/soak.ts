import { expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { FreshProjection } from '../support/load/fresh-projection.js';
import { Ledger } from '../support/load/ledger.js';
import { between, oneOf, randomFrom, seedOfRun, type Random } from '../support/load/random.js';
import { breachesOf } from '../support/load/sound.js';
import { openStories, startReaders, startWriters } from '../support/load/writers.js';
import { startOwnPostgres } from '../support/own-postgres.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { SERVER_FAULTS, SURROUNDING_FAULTS, type Scene } from './faults.js';
import { Member } from './member.js';
import { Tally } from './tally.js';

/*
 * Two servers on one database, writers and readers at both, and random faults of every kind, one after the other and at the same time, round after round.
 * After each round all is quiet for a moment and everything is checked. The first breach ends the run.
 *
 * SOAK_MINUTES (30), DATELINE_TEST_SEED.
 */

const minutes = Number(process.env['SOAK_MINUTES'] ?? 30);
const ROUND = 45_000;
const WRITERS = 24;
const READERS = 4;

it(
  `loses nothing in ${minutes} minutes of faults`,
  async () => {
    const seed = seedOfRun('the soak');
    const random = randomFrom(seed);
    const tally = new Tally();
    const ledger = new Ledger();
    const postgres = await startOwnPostgres();
    const members = [await Member.join('A', postgres), await Member.join('B', postgres)];
    const load = {
      servers: () => members.flatMap(({ server }) => server ?? []),
      ledger,
      seed,
      stories: ['first', 'second', 'third', 'fourth'],
    };
    const scene: Scene = { random, postgres, members, breach: (what) => ledger.breach(what) };
    await openStories(load);

    const fresh = new FreshProjection(postgres.ownerUrl);
    for (const end = Date.now() + minutes * 60_000; Date.now() < end;) {
      const running = [startWriters(load, WRITERS, 150), startReaders(load, READERS, 100)];
      await disturb(scene, tally, Math.min(ROUND, end - Date.now()));
      for (const one of running) await one.stop();
      await until('both servers are ready by themselves', () => everyoneIsReady(load.servers()), 60_000).catch((error: Error) =>
        ledger.breach(error.message),
      );
      tally.note(await breachesOf(members[tally.rounds % 2]?.server as TestServer, ledger, fresh));
      tally.say(ledger, members);
      if (tally.breaches.length > 0) break;
    }
    if (tally.breaches.length === 0) {
      // Once more, from the first event on.
      await fresh.forget();
      for (const { server } of members) tally.note(await breachesOf(server as TestServer, ledger, fresh));
    }
    tally.sum(seed, ledger, members);
    expect(tally.breaches).toEqual([]);
  },
  (minutes * 2 + 15) * 60_000,
);

/** Faults of both kinds, each kind one after the other, with pauses between. */
async function disturb(scene: Scene, tally: Tally, milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  const one = async (kinds: typeof SERVER_FAULTS, random: Random): Promise<void> => {
    for (await sleep(between(random, 500, 3_000)); Date.now() < end; await sleep(between(random, 200, 5_000))) {
      const name = oneOf(random, Object.keys(kinds));
      // What one fault needs, another may have taken away: it is then no fault of this kind.
      const failure = await kinds[name]?.(scene).catch((error: Error) => error);
      tally.count(failure ? `${name} (interrupted by another: ${failure.message.split('\n')[0]})` : name);
    }
  };
  await Promise.all([one(SERVER_FAULTS, scene.random), one(SURROUNDING_FAULTS, scene.random)]);
}

async function everyoneIsReady(servers: readonly TestServer[]): Promise<boolean> {
  const answers = await Promise.all(servers.map((server) => server.get('/readyz').catch(() => null)));
  return answers.length === 2 && answers.every((answer) => answer?.status === 200);
}
