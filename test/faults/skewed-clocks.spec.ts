import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openStory, tariff } from '../http/recording.js';
import { canFakeClocks, fakeClock, type FakeClock } from '../support/fake-clock.js';
import { asOwner } from '../support/log.js';
import { startOwnPostgres, type OwnPostgres } from '../support/own-postgres.js';
import { startServer, type Answer, type TestServer } from '../support/server.js';
import { stopEverything } from '../support/started.js';
import { until } from '../support/until.js';

/* PostgreSQL and the server each run on a clock of their own (libfaketime), which is set while they run. */

const HOUR = 3_600;

interface Recorded {
  events: { recordedAt: string }[];
}

(canFakeClocks ? describe : describe.skip)('clocks that are wrong', () => {
  let postgres: OwnPostgres;
  let server: TestServer;
  let database: FakeClock;
  let process: FakeClock;
  // Each test starts on a PostgreSQL of its own, and is tried again where that hangs: libfaketime takes a lock also
  // where a signal has interrupted it while it held that.
  jest.retryTimes(2);
  beforeEach(async () => {
    [database, process] = [fakeClock('seldom'), fakeClock()];
    postgres = await startOwnPostgres(undefined, database.env);
    server = await startServer(process.env, { databaseUrl: postgres.url, ownerUrl: postgres.ownerUrl });
    await openStory(server, 'clocks');
  }, 60_000);
  afterEach(stopEverything, 60_000);

  let rate = 0;
  const record = (): Promise<Answer> => server.post('/v1/events', tariff('clocks', '2025-02-04', (rate += 1)));
  const recordedAt = (answer: Answer): number => {
    if (answer.status !== 201) throw new Error(answer.text);
    return Date.parse((answer.body as Recorded).events[0]?.recordedAt ?? '');
  };
  const untilReadiness = (status: number, reason: RegExp) =>
    until(`/readyz is ${status} and reports ${reason}`, async () => {
      const answer = await server.get('/readyz');
      return answer.status === status && reason.test(answer.text);
    });
  const events = async (): Promise<number> =>
    ((await server.get('/v1/admin/log')).body as { position: number }).position;

  it("the database's clock jumps ahead by an hour: nothing is recorded until it is right again", async () => {
    const before = recordedAt(await record());
    const held = await events();
    await database.set(HOUR);
    const refused = await record();
    expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(refused.text).toMatch(
      /the database's clock is 3\d\d\d s ahead of this server's and 3\d\d\d s ahead of the last event/,
    );
    expect(refused.text).toMatch(/once the wrong clock has been corrected/i);
    expect(await server.post('/v1/events?dryRun=true', tariff('clocks', '2025-02-04', 999))).toMatchObject({
      status: 503,
    });
    const line = JSON.stringify(tariff('clocks', '2025-02-04', 998));
    const imported = await server.post('/v1/events/import', line, { 'content-type': 'application/x-ndjson' });
    expect(imported.text).toMatch(/"code":"unavailable".*the database's clock is/);
    await untilReadiness(503, /clock \(the database's clock is 3\d\d\d s ahead/);
    expect(await events()).toBe(held);

    await database.set(0);
    expect(recordedAt(await record()) - before).toBeLessThan(60_000);
    await untilReadiness(200, /agrees with the record/);
  });

  it("the server's clock is an hour behind, and the last event is recent: recording goes on", async () => {
    recordedAt(await record());
    await process.set(-HOUR);
    recordedAt(await record());
    await untilReadiness(200, /this server's clock is 3\d\d\d s behind the database's/);
  });

  it("the server's clock is an hour ahead, and the last event is days old: refused until it is right", async () => {
    await asOwner(postgres.ownerUrl, (owner) =>
      owner.query(`update log_head set recorded_us = recorded_us - 3 * 86400000000`),
    );
    await process.set(HOUR);
    const refused = await record();
    expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(refused.text).toMatch(/is 3\d\d\d s behind this server's and 25\d\d\d\d s ahead of the last event/);
    await untilReadiness(503, /clock \(/);
    await process.set(0);
    recordedAt(await record());
    await untilReadiness(200, /agrees with the record/);
  });

  it('both were an hour ahead and events were recorded: once right, recording goes on, times rise', async () => {
    await Promise.all([database.set(HOUR), process.set(HOUR)]);
    const ahead = recordedAt(await record());
    expect(ahead - Date.now()).toBeGreaterThan(3_500_000);

    await Promise.all([database.set(0), process.set(0)]);
    expect(recordedAt(await record())).toBeGreaterThanOrEqual(ahead);
    const shown = await server.post('/v1/events', tariff('clocks', '2025-02-04', 997), { prefer: 'wait=10' });
    expect(recordedAt(shown) - ahead).toBeLessThan(1_000);
    expect(shown.headers.get('preference-applied')).toBe('wait=10');
    await untilReadiness(200, /the last event's time is 3[56]\d\d s ahead: events get that time/);
    const verdict = (await server.request('POST', '/v1/admin/log/verify')).text.trimEnd().split('\n').at(-1) ?? '';
    expect(JSON.parse(verdict)).toMatchObject({ verified: await events() });
  });
});
