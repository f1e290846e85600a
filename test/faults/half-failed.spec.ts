import { expect, it } from '@jest/globals';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStory } from '../http/recording.js';
import { createTestDatabase } from '../support/database.js';
import { asOwner } from '../support/log.js';
import { startServer } from '../support/server.js';

/** Cancels each query of a reader that waits for a table. */
const CANCEL_WAITING = `
with waiting as materialized (
  select pid from pg_stat_activity
   where datname = current_database() and application_name = 'dateline-read' and wait_event_type = 'Lock')
select pg_cancel_backend(pid) from waiting`;

it('a read runs several queries at once: each of them may fail, and the server still answers and goes on', async () => {
  const database = await createTestDatabase();
  const server = await startServer({}, { databaseUrl: database.url, ownerUrl: database.ownerUrl });
  await openStory(server, 'busy');
  const holder = new pg.Client({ connectionString: database.ownerUrl });
  holder.on('error', () => undefined);
  await holder.connect();
  await holder.query('begin; lock table event, projection, view_version in access exclusive mode');
  let answered = false;
  const answers = Promise.all(
    ['', '/changes?from=2025-01-01&to=2025-02-01', '/brief', '/digests?period=week'].map((path) =>
      server.get(`/v1/stories/busy${path}`),
    ),
  ).finally(() => (answered = true));
  while (!answered) {
    await asOwner(database.adminUrl, (admin) => admin.query(CANCEL_WAITING));
    await sleep(50);
  }
  for (const { status, body } of await answers)
    expect([status, body]).toEqual([503, expect.objectContaining({ code: 'unavailable' })]);
  await holder.query('commit');
  await holder.end();
  expect((await server.get('/v1/stories/busy')).status).toBe(200);
});
