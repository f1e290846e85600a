import { beforeAll, describe, expect, it } from '@jest/globals';
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

/** As if the clock were set back: the time of the log's head is so many seconds ahead of it. */
const setBack = (seconds: number) =>
  asOwner(ownerUrl, (owner) =>
    owner.query('update log_head set recorded_us = ((extract(epoch from clock_timestamp()) + $1) * 1000000)::bigint', [
      seconds,
    ]),
  );

/** How many events have an earlier time than the one before, and how many different times there are. */
const recordedTimes = (): Promise<{ falls: number; commits: number }> =>
  asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ falls: number; commits: number }>(
      `select count(*) filter (where e.recorded_at < b.recorded_at)::int as falls,
              count(distinct e.recorded_at)::int as commits
         from event e join event b on b.position = e.position - 1`,
    );
    return rows[0] ?? { falls: 0, commits: 0 };
  });

const readiness = async () => {
  const { status, text } = await server.get('/readyz');
  return { status, text };
};

describe("a machine's clock that is set back", () => {
  it('by a minute: readiness reports it until the clock has caught up, and recording goes on', async () => {
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

  it('by an hour: times still rise, recording goes on, and readiness reports it', async () => {
    const before = await post(server, ledger, factOn('first', 'before'));
    await setBack(3_600);
    const after = await post(server, ledger, factOn('first', 'after'), { prefer: 'wait=10' });
    expect(after.headers.get('preference-applied')).toBe('wait=10');
    const hour = Date.parse(eventsOf(after)[0]?.recordedAt ?? '') - Date.parse(eventsOf(before)[0]?.recordedAt ?? '');
    expect(hour / 1000).toBeGreaterThan(3_500);

    const writers = startWriters(load, 24);
    await until('it has committed often', async () => (await recordedTimes()).commits > 20);
    await writers.stop();
    expect((await recordedTimes()).falls).toBe(0);
    // An answer is remembered for up to a second, and all of the above may take less.
    await until('readiness reports it', async () => {
      const { status, text } = await readiness();
      return status === 200 && /the last event's time is 3[56]\d\d s ahead/.test(text);
    });
    await expectSound(server, ledger);
  });
});
