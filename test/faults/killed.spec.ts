import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '../support/database.js';
import { Fleet } from '../support/load/fleet.js';
import { Ledger } from '../support/load/ledger.js';
import { between, randomFrom, seedOfRun } from '../support/load/random.js';
import { expectSound } from '../support/load/sound.js';
import { openStories, startWriters } from '../support/load/writers.js';
import { asOwner } from '../support/log.js';
import { tcpProxy } from '../support/tcp-proxy.js';
import { until } from '../support/until.js';
import { holdProjector } from './hold-projector.js';

const seed = seedOfRun('killed servers');
const stories = ['first', 'second', 'third'];

describe('a server that is killed', () => {
  it('under 24 writers, several times, while its projector runs', async () => {
    const random = randomFrom(seed);
    const fleet = new Fleet(await createTestDatabase());
    const ledger = new Ledger();
    const load = { servers: () => fleet.up, ledger, seed, stories };
    let server = await fleet.start();
    await openStories(load);
    const writers = startWriters(load, 24);
    for (let kills = 0; kills < 4; kills += 1) {
      await sleep(between(random, 200, 1_000));
      await fleet.kill(server);
      server = await fleet.start();
    }
    await sleep(300);
    await writers.stop();
    expect(ledger.answers['broken']).toBeGreaterThan(5);
    expect(ledger.count('acknowledged')).toBe(ledger.entries.size);
    await expectSound(server, ledger);
  }, 120_000);

  it('between append and acknowledgement', async () => {
    const database = await createTestDatabase();
    const proxy = await tcpProxy(database.url);
    const fleet = new Fleet({ ...database, url: proxy.url });
    const ledger = new Ledger();
    const load = { servers: () => fleet.up, ledger, seed, stories };
    let server = await fleet.start();
    await openStories(load);
    const head = () =>
      asOwner(database.ownerUrl, async (owner) =>
        Number((await owner.query<{ position: string }>('select position from log_head')).rows[0]?.position),
      );
    const writers = startWriters(load, 24);
    for (let kills = 1; kills <= 3; kills += 1) {
      await sleep(300);
      const before = await head();
      proxy.holdAnswerTo('append-events');
      await until('an answer of the database is held', () => proxy.held() === kills);
      await until('the append is committed', async () => (await head()) > before);
      await fleet.kill(server);
      server = await fleet.start();
    }
    await writers.stop();
    expect(ledger.foundAgain).toBeGreaterThanOrEqual(3);
    expect(ledger.count('acknowledged')).toBe(ledger.entries.size);
    await expectSound(server, ledger);
  }, 120_000);

  it("in the middle of a projector's batch", async () => {
    const database = await createTestDatabase();
    const fleet = new Fleet(database);
    const ledger = new Ledger();
    const load = { servers: () => fleet.up, ledger, seed, stories };
    let server = await fleet.start();
    await openStories(load);
    for (let kills = 1; kills <= 2; kills += 1) {
      const writers = startWriters(load, 8);
      await sleep(200);
      const projector = await holdProjector(database);
      await projector.reached();
      await fleet.kill(server);
      server = await fleet.start();
      await projector.release();
      await writers.stop();
    }
    await expectSound(server, ledger);
  }, 120_000);
});
