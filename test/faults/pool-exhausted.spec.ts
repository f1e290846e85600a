import { beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { openStory, tariff } from '../http/recording.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { asOwner } from '../support/log.js';
import { startServer, type Answer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

let database: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer({}, { databaseUrl: database.url, ownerUrl: database.ownerUrl });
  await openStory(server, 'busy');
}, 120_000);

const timed = async (request: Promise<Answer>): Promise<Answer & { ms: number }> => {
  const began = performance.now();
  return { ...(await request), ms: performance.now() - began };
};

it('while all connections for reading are taken, reads get 503 with Retry-After, and recording goes on', async () => {
  const holder = new pg.Client({ connectionString: database.ownerUrl });
  holder.on('error', () => undefined);
  await holder.connect();
  await holder.query('begin; lock table subject_fact in access exclusive mode');
  // Boards are read in batches, a view's items one by one.
  const reading = Array.from({ length: 60 }, (_, n) =>
    timed(server.get(n % 2 === 0 ? '/v1/stories/busy' : '/v1/views/tariffs')),
  );
  await until('every connection for reading waits', async () => {
    const { rows } = await asOwner(database.adminUrl, (admin) =>
      admin.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity
          where datname = current_database() and application_name = 'dateline-read' and wait_event_type = 'Lock'`,
      ),
    );
    return (rows[0]?.n ?? 0) >= 12;
  });

  for (let n = 1; n <= 10; n++) {
    const recorded = await timed(server.post('/v1/events', tariff('busy', `2025-03-0${(n % 9) + 1}`, n)));
    expect(recorded.status).toBe(201);
    expect(recorded.ms).toBeLessThan(2_000);
  }
  expect((await server.get('/livez')).status).toBe(200);

  const answers = await Promise.all(reading);
  console.log({ slowestMs: Math.round(Math.max(...answers.map(({ ms }) => ms))) });
  for (const { status, headers, ms, body } of answers) {
    expect([status, body]).toEqual([503, expect.objectContaining({ code: 'unavailable' })]);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(ms).toBeLessThan(25_000);
  }
  await holder.query('commit');
  await holder.end();
  await until('reading is possible again', async () => (await server.get('/v1/stories/busy')).status === 200);
}, 60_000);
