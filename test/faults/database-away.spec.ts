import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fleet } from '../support/load/fleet.js';
import { Ledger } from '../support/load/ledger.js';
import { seedOfRun } from '../support/load/random.js';
import { expectSound } from '../support/load/sound.js';
import { openStories, startReaders, startWriters, type Load } from '../support/load/writers.js';
import { startOwnPostgres, type OwnPostgres } from '../support/own-postgres.js';
import { until } from '../support/until.js';

const seed = seedOfRun('a database that goes away');

let postgres: OwnPostgres;
let fleet: Fleet;
let ledger: Ledger;
let load: Load;
beforeAll(async () => {
  postgres = await startOwnPostgres();
  fleet = new Fleet(postgres);
  ledger = new Ledger();
  load = { servers: () => fleet.up, ledger, seed, stories: ['first', 'second', 'third'] };
  await fleet.start();
  await fleet.start();
  await openStories(load);
});

const allAreReady = () =>
  until('both servers are ready', async () =>
    (await Promise.all(fleet.up.map((server) => server.get('/readyz')))).every(({ status }) => status === 200),
  );

describe('a database under 24 writers and two servers', () => {
  it.each(['stop', 'crash'] as const)('that is restarted (%s): the servers go on by themselves', async (end) => {
    const running = [startWriters(load, 24), startReaders(load, 4)];
    for (let restarts = 0; restarts < 2; restarts += 1) {
      await sleep(600);
      await postgres[end]();
      await postgres.start();
    }
    await sleep(600);
    for (const one of running) await one.stop();
    expect(ledger.count('acknowledged')).toBe(ledger.entries.size);
    await allAreReady();
    for (const server of fleet.up) await expectSound(server, ledger);
  });

  it('that is away for 20 s: requests wait or get 503, and none of them hangs', async () => {
    const before = ledger.answers['503'] ?? 0;
    const running = [startWriters(load, 24), startReaders(load, 4)];
    await sleep(500);
    await postgres.stop();
    await sleep(20_000);
    for (const server of fleet.up)
      expect(await server.get('/readyz')).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    await postgres.start();
    await sleep(500);
    for (const one of running) await one.stop();
    console.log(ledger.answers, ledger.slowest, ledger.entries.size);
    expect((ledger.answers['503'] ?? 0) - before).toBeGreaterThan(24);
    expect(ledger.answers['broken'] ?? 0).toBe(0);
    expect(ledger.count('acknowledged')).toBe(ledger.entries.size);
    await allAreReady();
    for (const server of fleet.up) await expectSound(server, ledger);
  });
});
