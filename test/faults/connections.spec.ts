import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { Fleet } from '../support/load/fleet.js';
import { Ledger, type Place } from '../support/load/ledger.js';
import { seedOfRun } from '../support/load/random.js';
import { expectSound } from '../support/load/sound.js';
import { openStories, startReaders, startWriters } from '../support/load/writers.js';
import { asOwner } from '../support/log.js';
import type { Answer, TestServer } from '../support/server.js';
import { tcpProxy } from '../support/tcp-proxy.js';
import { until } from '../support/until.js';

const seed = seedOfRun('connections that break');
const stories = ['first', 'second', 'third'];

const PAGE = { url: 'https://example.org/page', publisher: 'Morning Gazette', publishedAt: '2026-01-15' };
const milestone = (n: number) => ({
  type: 'MilestoneReported',
  story: 'first',
  occurredAt: '2025-05-01',
  data: { text: 'Something happened.' },
  source: { ...PAGE, url: `${PAGE.url}/${n}` },
});

/** Records one fact, which must succeed. */
async function post(server: TestServer, ledger: Ledger, n: number, prefer: string): Promise<Answer> {
  ledger.sent([milestone(n)]);
  const answer = await server.post('/v1/events', milestone(n), { prefer });
  expect(answer).toMatchObject({ status: 201 });
  ledger.acknowledged([milestone(n)], (answer.body as { events: Place[] }).events);
  return answer;
}

/** Ends sessions of a database, as an administrator can. @returns how many */
const cutSessions = (database: TestDatabase, which: string): Promise<number> =>
  asOwner(database.adminUrl, async (admin) => {
    const { rowCount } = await admin.query(
      `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and ${which}`,
    );
    return rowCount ?? 0;
  });

/** A server whose connections to the database go through a proxy, and stories to write about. */
async function behindProxy() {
  const database = await createTestDatabase();
  const proxy = await tcpProxy(database.url);
  const fleet = new Fleet({ ...database, url: proxy.url });
  const ledger = new Ledger();
  const load = { servers: () => fleet.up, ledger, seed, stories };
  const server = await fleet.start();
  await openStories(load);
  return { proxy, ledger, load, server };
}

describe("LISTEN's connection", () => {
  it('is cut: the views still move, and the server listens again', async () => {
    const database = await createTestDatabase();
    const fleet = new Fleet(database);
    const ledger = new Ledger();
    // Two processes, so that only the database can notify the projector.
    const api = await fleet.start({ DATELINE_ROLES: 'api' });
    const projector = await fleet.start({ DATELINE_ROLES: 'projector' });
    await openStories({ servers: () => [api], ledger, stories });
    const timesListening = ({ log }: TestServer) => log().split('"listening to the log"').length - 1;
    const bothListen = (times: number) =>
      until('both listen', () => [api, projector].every((server) => timesListening(server) === times));

    for (let cuts = 1; cuts <= 3; cuts += 1) {
      await bothListen(cuts);
      expect(await cutSessions(database, `application_name = 'dateline follow'`)).toBe(2);
      const began = performance.now();
      const answer = await post(api, ledger, cuts, 'wait=10');
      // A poll finds events without a notification.
      expect(answer.headers.get('preference-applied')).toBe('wait=10');
      expect(performance.now() - began).toBeLessThan(3_000);
    }
    await bothListen(4);
    await expectSound(api, ledger);
  });
});

describe('a wait for the views that breaks off', () => {
  it('leaves what was recorded acknowledged', async () => {
    const database = await createTestDatabase();
    const fleet = new Fleet(database);
    const ledger = new Ledger();
    const server = await fleet.start();
    await openStories({ servers: () => fleet.up, ledger, stories });
    const held = new pg.Client({ connectionString: database.ownerUrl });
    await held.connect();
    await held.query('begin; lock table checkpoint in access exclusive mode');
    let answer: Answer | undefined;
    const answered = post(server, ledger, 1, 'wait=10').then((one) => (answer = one));
    // Jobs read the checkpoint, too: one cut session may be theirs.
    const waiting = `application_name = 'dateline-read' and wait_event_type = 'Lock'`;
    const answeredOrCut = async () => {
      await cutSessions(database, waiting);
      return answer !== undefined;
    };
    await Promise.all([answered, until('its wait is cut', answeredOrCut)]);
    await held.end();
    expect(answer?.headers.has('preference-applied')).toBe(false);
    await expectSound(server, ledger);
  });
});

describe('a connection to the database that breaks', () => {
  it('right after a commit was sent: each event is recorded once, and answered with 201', async () => {
    const { proxy, ledger, load, server } = await behindProxy();
    const writers = startWriters(load, 24);
    for (let breaks = 1; breaks <= 8; breaks += 1) {
      await sleep(100);
      proxy.swallowAnswerTo('append-events');
      await until('an answer is swallowed', () => proxy.swallowed() === breaks);
    }
    await writers.stop();
    // Clients notice nothing: no 503, no connection without an answer. (200: the server sent the ids again, and the
    // events were there.)
    expect(Object.keys(ledger.answers).filter((status) => status !== '200' && status !== '201')).toEqual([]);
    expect(ledger.count('acknowledged')).toBe(ledger.entries.size);
    await expectSound(server, ledger);
  });

  // The next two run at the same time: the second of them mostly waits.
  it.concurrent('together with all others, again and again: every write is acknowledged in the end', async () => {
    const { proxy, ledger, load, server } = await behindProxy();
    const running = [startWriters(load, 24), startReaders(load, 4)];
    for (let drops = 1; drops <= 8; drops += 1) {
      await sleep(150);
      proxy.dropAll();
    }
    await sleep(300);
    for (const one of running) await one.stop();
    console.log(ledger.answers);
    expect(ledger.count('acknowledged')).toBe(ledger.entries.size);
    await expectSound(server, ledger);
  });

  it.concurrent(
    'silently: requests are answered in time all the same, and work goes on once the network is back',
    async () => {
      const { proxy, ledger, load, server } = await behindProxy();
      const running = [startWriters(load, 24), startReaders(load, 4)];
      await sleep(500);
      proxy.stall();
      await sleep(25_000);
      proxy.flow();
      await sleep(500);
      for (const one of running) await one.stop();
      console.log(ledger.answers, ledger.slowest);
      expect(ledger.count('acknowledged')).toBe(ledger.entries.size);
      await expectSound(server, ledger);
    },
    120_000,
  );
});
