import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '../support/database.js';
import { Fleet } from '../support/load/fleet.js';
import { Ledger } from '../support/load/ledger.js';
import { seedOfRun } from '../support/load/random.js';
import { expectSound } from '../support/load/sound.js';
import { openStories, startReaders, startWriters } from '../support/load/writers.js';

const seed = seedOfRun('two servers');
const stories = ['first', 'second', 'third'];

describe('two servers on one database, both writing and projecting', () => {
  it('go on while one is killed, and after it has started again', async () => {
    const fleet = new Fleet(await createTestDatabase());
    const ledger = new Ledger();
    const load = { servers: () => fleet.up, ledger, seed, stories };
    const first = await fleet.start();
    const second = await fleet.start();
    await openStories(load);
    const running = [startWriters(load, 24), startReaders(load, 2)];
    await sleep(800);
    await fleet.kill(first);
    await sleep(800);
    const third = await fleet.start();
    await sleep(800);
    await fleet.kill(second);
    await sleep(500);
    for (const one of running) await one.stop();
    expect(ledger.count('acknowledged')).toBe(ledger.entries.size);
    await expectSound(third, ledger);
  });
});
