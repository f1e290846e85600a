import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { refusalOf } from '../http/recording.js';
import { stopAfterwards } from '../support/started.js';
import { until } from '../support/until.js';
import { LONG, loadLargeLog, type LargeLog } from './large-log.js';

/** How long the impatient clients send requests, seconds. A minute with `DATELINE_TEST_READS=full`. */
const SECONDS = process.env['DATELINE_TEST_READS'] === 'full' ? 60 : 5;
const CLIENTS = 200;
/** The connections of the pool for reads, and those of the pool for entities. */
const MAX_BUSY = 12 + 4;

let loaded: LargeLog;
let admin: pg.Client;
beforeAll(async () => {
  loaded = await loadLargeLog({ stories: 100, subjects: 1_000 });
  admin = new pg.Client({ connectionString: loaded.database.adminUrl });
  await admin.connect();
  stopAfterwards(() => admin.end());
}, 300_000);

/** Connections with locks that block the queries of reads. */
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

const BUSY = `
select count(*)::int as n from pg_stat_activity
 where datname = current_database() and application_name in ('dateline-read', 'dateline-entities') and state <> 'idle'`;
const busy = async (): Promise<number> => (await admin.query<{ n: number }>(BUSY)).rows[0]?.n ?? 0;

/** Sends a request, and closes the connection after so many milliseconds. */
function requestAndAbort(path: string, after: number): Promise<void> {
  return new Promise((resolve) => {
    const headers = { authorization: `Bearer ${loaded.server.adminKey}` };
    const sent = request(
      loaded.server.url + path,
      { headers, agent: false },
      (answer) => void answer.resume().once('close', resolve),
    );
    const timer = setTimeout(() => sent.destroy(), after);
    sent
      .once('error', () => resolve())
      .once('close', () => clearTimeout(timer))
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
  `/v1/series?view=tariffs&story=${LONG}&from=2025-01&to=2025-02`,
  `/v1/series?view=tariffs&from=2025-01-01&to=2025-01-01&clock=knownOn&format=csv`,
  '/v1/deadlines?asOf=2025-06',
];

describe('a client that closes its connection', () => {
  it.each(READS)('ends its queries in PostgreSQL within a second: %s', async (path) => {
    await hold('view_version, fact, subject_fact, event');
    const aborted = requestAndAbort(path, 700);
    await until('PostgreSQL is busy with it', async () => (await busy()) > 0, 5_000);
    await aborted;
    const begun = performance.now();
    await until('PostgreSQL is idle', async () => (await busy()) === 0, 1_000);
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(loaded.server.log()).not.toMatch(/"level":50/);
  });

  it('does not end the query that it shares with another client', async () => {
    const path = `/v1/stories/${LONG}/timeline?person=Nobody`;
    await hold('fact');
    const aborted = Promise.all([requestAndAbort(path, 500), requestAndAbort(path, 500)]);
    const patient = loaded.server.get(path);
    await aborted;
    await sleep(300);
    for (const client of held.splice(0)) await client.end();
    expect((await patient).status).toBe(200);
  });
});

describe('a read that takes too long', () => {
  it('is ended by PostgreSQL, answered as unavailable, and keeps no connection', async () => {
    await hold('view_version');
    const answer = await loaded.server.get('/v1/views/tariffs?limit=1');
    expect([answer.status, refusalOf(answer).code]).toEqual([503, 'unavailable']);
    expect(refusalOf(answer).detail).toContain('took too long');
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await busy()).toBe(0);
  }, 20_000);

  it('does not take more connections when clients repeat it', async () => {
    await hold('view_version, fact');
    const begun = performance.now();
    let most = 0;
    while (performance.now() - begun < 4_000) {
      void requestAndAbort('/v1/views/tariffs?party=FRA', 200);
      void requestAndAbort(`/v1/stories/${LONG}`, 200);
      await sleep(10);
      most = Math.max(most, await busy());
    }
    expect(most).toBeLessThanOrEqual(MAX_BUSY);
    await until('PostgreSQL is idle', async () => (await busy()) === 0, 2_000);
  }, 20_000);
});

describe(`${CLIENTS} clients that abort after 100 ms`, () => {
  it('use no more connections than the pools have, and slow the server down for two seconds at most', async () => {
    const before = await timeOfThree();
    // Each query that reaches PostgreSQL lasts until it is cancelled.
    await hold('view_version, fact');
    const end = performance.now() + SECONDS * 1_000;
    let sent = 0;
    const impatient = Array.from({ length: CLIENTS }, async (_, n) => {
      while (performance.now() < end) {
        await requestAndAbort(READS[(n + sent) % READS.length] ?? '', 100);
        sent += 1;
      }
    });
    // On a machine that is busy itself, the others may all be gone before their queries begin.
    const patient = requestAndAbort(READS[0] ?? '', SECONDS * 1_000);
    const counts: number[] = [];
    const watched = (async () => {
      for (; performance.now() < end; await sleep(10)) counts.push(await busy());
    })();
    await Promise.all([...impatient, patient, watched]);
    for (const client of held.splice(0)) await client.end();
    const most = Math.max(...counts);
    expect(most).toBeGreaterThan(0);
    process.stdout.write(`${sent} requests; at most ${most} busy connections in ${counts.length} samples\n`);
    expect(sent).toBeGreaterThan(CLIENTS);
    expect(most).toBeLessThanOrEqual(MAX_BUSY);
    await sleep(2_000);
    expect(await busy()).toBe(0);
    expect(await timeOfThree()).toBeLessThan(1_000 + 3 * before);
  }, 120_000);
});

/** The time of three ordinary reads at once, milliseconds. */
async function timeOfThree(): Promise<number> {
  const begun = performance.now();
  const paths = ['/v1/stories?limit=1', '/v1/views/tariffs?limit=1', '/v1/events?limit=1'];
  const answers = await Promise.all(paths.map((path) => loaded.server.get(path)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  return performance.now() - begun;
}
