import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { refusalOf } from '../http/recording.js';
import { stopAfterwards } from '../support/started.js';
import { until } from '../support/until.js';
import { LONG, loadMany, type Loaded } from './many.js';

/** How long the impatient ask, seconds; a minute once: `DATELINE_TEST_READS=full`. */
const SECONDS = process.env['DATELINE_TEST_READS'] === 'full' ? 60 : 5;
const CLIENTS = 200;
/** The connections of the pool that reads, and those of the entities. */
const MOST_AT_WORK = 12 + 4;

let loaded: Loaded;
let admin: pg.Client;
beforeAll(async () => {
  loaded = await loadMany({ stories: 100, subjects: 1_000 });
  admin = new pg.Client({ connectionString: loaded.database.adminUrl });
  await admin.connect();
  stopAfterwards(() => admin.end());
}, 300_000);

/** Locks, which hold queries up as long as it is wanted. */
const held: pg.Client[] = [];
async function hold(table: string): Promise<void> {
  const client = new pg.Client({ connectionString: loaded.database.adminUrl });
  await client.connect();
  held.push(client);
  await client.query(`begin; lock table ${table} in access exclusive mode`);
}
afterEach(async () => {
  for (const client of held.splice(0)) await client.end();
});

const WORKING = `
select count(*)::int as n from pg_stat_activity
 where datname = current_database() and application_name in ('dateline-read', 'dateline-entities') and state <> 'idle'`;
const atWork = async (): Promise<number> => (await admin.query<{ n: number }>(WORKING)).rows[0]?.n ?? 0;

/** Asks, and gives up after so many milliseconds. */
function askAndGo(path: string, after: number): Promise<void> {
  return new Promise((resolve) => {
    const headers = { authorization: `Bearer ${loaded.server.adminKey}` };
    const asked = request(
      loaded.server.url + path,
      { headers, agent: false },
      (answer) => void answer.resume().once('close', resolve),
    );
    const patience = setTimeout(() => asked.destroy(), after);
    asked
      .once('error', () => resolve())
      .once('close', () => clearTimeout(patience))
      .end();
  });
}

const READS = [
  '/v1/stories?party=FRA&asOf=2025-06',
  `/v1/stories/${LONG}`,
  `/v1/stories/${LONG}/timeline?person=Nobody`,
  `/v1/stories/${LONG}/timeline?view=tariffs&subject=nothing`,
  `/v1/stories/${LONG}/changes?from=2025-02&to=2025-05`,
  `/v1/stories/${LONG}/digests?period=day`,
  `/v1/stories/${LONG}/brief?asOf=2025-06`,
  `/v1/stories/${LONG}/replay`,
  '/v1/views/tariffs?party=FRA',
  `/v1/views/tariffs?story=${LONG}&asOf=2025-01-02`,
  '/v1/views/tariffs?reportedAsOf=2024',
  `/v1/disputes?story=${LONG}`,
  '/v1/deadlines?asOf=2025-06',
];

describe('a client that goes', () => {
  it.each(READS)('stops what PostgreSQL does for it within a second: %s', async (path) => {
    await hold('view_version, fact, subject_fact, event');
    const gone = askAndGo(path, 700);
    await until('PostgreSQL is at work for it', async () => (await atWork()) > 0, 5_000);
    await gone;
    const begun = performance.now();
    await until('PostgreSQL is at rest', async () => (await atWork()) === 0, 1_000);
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(loaded.server.log()).not.toMatch(/"level":50/);
  });

  it('leaves the others theirs, where they are asked for together', async () => {
    const path = `/v1/stories/${LONG}/timeline?person=Nobody`;
    await hold('fact');
    const gone = Promise.all([askAndGo(path, 500), askAndGo(path, 500)]);
    const patient = loaded.server.get(path);
    await gone;
    await sleep(300);
    for (const client of held.splice(0)) await client.end();
    expect((await patient).status).toBe(200);
  });
});

describe('a read that takes long', () => {
  it('is ended by PostgreSQL, told as what it is, and keeps no connection', async () => {
    await hold('view_version');
    const answer = await loaded.server.get('/v1/views/tariffs?limit=1');
    expect([answer.status, refusalOf(answer).code]).toEqual([503, 'unavailable']);
    expect(refusalOf(answer).detail).toContain('longer than it may');
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await atWork()).toBe(0);
  }, 20_000);

  it('is not asked again and again beside itself by those who come back', async () => {
    await hold('view_version, fact');
    const begun = performance.now();
    let most = 0;
    while (performance.now() - begun < 4_000) {
      void askAndGo('/v1/views/tariffs?party=FRA', 200);
      void askAndGo(`/v1/stories/${LONG}`, 200);
      await sleep(10);
      most = Math.max(most, await atWork());
    }
    expect(most).toBeLessThanOrEqual(MOST_AT_WORK);
    await until('PostgreSQL is at rest', async () => (await atWork()) === 0, 2_000);
  }, 20_000);
});

describe(`${CLIENTS} clients that give up after 100 ms`, () => {
  it('never have PostgreSQL at work on more than the pools have connections, and two seconds later all is as before', async () => {
    const before = await timeOfThree();
    const end = performance.now() + SECONDS * 1_000;
    let asked = 0;
    const impatient = Array.from({ length: CLIENTS }, async (_, n) => {
      while (performance.now() < end) {
        await askAndGo(READS[(n + asked) % READS.length] ?? '', 100);
        asked += 1;
      }
    });
    const counts: number[] = [];
    const watched = (async () => {
      for (; performance.now() < end; await sleep(100)) counts.push(await atWork());
    })();
    await Promise.all([...impatient, watched]);
    process.stdout.write(`${asked} asked; at work at most ${Math.max(...counts)} of ${counts.length} looks\n`);
    expect(asked).toBeGreaterThan(CLIENTS);
    expect(Math.max(...counts)).toBeLessThanOrEqual(MOST_AT_WORK);
    await sleep(2_000);
    expect(await atWork()).toBe(0);
    expect(await timeOfThree()).toBeLessThan(1_000 + 3 * before);
  }, 120_000);
});

/** Three ordinary questions at once, milliseconds. */
async function timeOfThree(): Promise<number> {
  const begun = performance.now();
  const paths = ['/v1/stories?limit=1', '/v1/views/tariffs?limit=1', '/v1/events?limit=1'];
  const answers = await Promise.all(paths.map((path) => loaded.server.get(path)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  return performance.now() - begun;
}
