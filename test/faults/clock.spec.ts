import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '../support/database.js';
import { Fleet } from '../support/load/fleet.js';
import { Ledger } from '../support/load/ledger.js';
import { seedOfRun } from '../support/load/random.js';
import { expectSound } from '../support/load/sound.js';
import { openStories, startWriters } from '../support/load/writers.js';
import { asOwner } from '../support/log.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';
import { eventsOf, factOn, post } from './posting.js';

const seed = seedOfRun('a clock set back');

let ownerUrl: string;
let server: TestServer;
const ledger = new Ledger();
const load = { servers: () => [server], ledger, seed, stories: ['first', 'second'] };
beforeAll(async () => {
  const database = await createTestDatabase();
  ({ ownerUrl } = database);
  server = await new Fleet(database).start();
  await openStories(load);
});

/** As if the clock had been right so far and were set back now: the record's time is so many seconds ahead of it. */
const setBack = (seconds: number) =>
  asOwner(ownerUrl, (owner) =>
    owner.query('update log_head set recorded_us = ((extract(epoch from clock_timestamp()) + $1) * 1000000)::bigint', [
      seconds,
    ]),
  );

const readiness = async () => {
  const { status, text } = await server.get('/readyz');
  return { status, text };
};

describe("a machine's clock that is set back", () => {
  it('by a good minute: readiness tells of it until the clock has come so far, and all goes on', async () => {
    expect(await readiness()).toMatchObject({
      status: 200,
      text: expect.stringContaining('agrees with the record') as unknown,
    });
    await setBack(62);
    expect(await readiness()).toMatchObject({
      status: 200,
      text: expect.stringMatching(/the last event's time is 6\d s ahead: events get that time/) as unknown,
    });
    expect(await post(server, ledger, factOn('first', 'meanwhile'))).toMatchObject({ status: 201 });
    await until('they agree', async () => (await readiness()).text.includes('agrees with the record'));
    await expectSound(server, ledger);
  });

  it('by an hour: times still rise, all goes on, and readiness tells of it', async () => {
    const before = await post(server, ledger, factOn('first', 'before'));
    await setBack(3_600);
    const after = await post(server, ledger, factOn('first', 'after'), { prefer: 'wait=10' });
    expect(after.headers.get('preference-applied')).toBe('wait=10');
    const hour = Date.parse(eventsOf(after)[0]?.recordedAt ?? '') - Date.parse(eventsOf(before)[0]?.recordedAt ?? '');
    expect(hour / 1000).toBeGreaterThan(3_500);

    const writers = startWriters(load, 24);
    await sleep(1_000);
    await writers.stop();
    const { rows } = await asOwner(ownerUrl, (owner) =>
      owner.query<{ falls: number; commits: number }>(
        `select count(*) filter (where e.recorded_at < b.recorded_at)::int as falls, count(distinct e.recorded_at)::int as commits
           from event e join event b on b.position = e.position - 1`,
      ),
    );
    expect(rows[0]?.falls).toBe(0);
    expect(rows[0]?.commits).toBeGreaterThan(20);
    expect(await readiness()).toMatchObject({
      status: 200,
      text: expect.stringMatching(/the last event's time is 3[56]\d\d s ahead/) as unknown,
    });
    await expectSound(server, ledger);
  });
});
