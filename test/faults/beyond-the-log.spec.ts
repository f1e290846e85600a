import { beforeEach, describe, expect, it } from '@jest/globals';
import { openStory, tariff } from '../http/recording.js';
import { asOwner } from '../support/log.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

/*
 * The log ends before the position of what was projected from it, as when only its tables were restored from an older
 * backup. Each test has a server of its own.
 */

let server: TestServer;
/** Starts the server again. @param meanwhile SQL that runs while no server does */
let restart: (meanwhile?: string) => Promise<void>;
beforeEach(async () => {
  server = await startServer({ DATELINE_ROLES: 'api,projector,worker' });
  const { databaseUrl, ownerUrl } = server;
  restart = async (meanwhile) => {
    await server.stop();
    if (meanwhile) await asOwner(ownerUrl, (owner) => owner.query(meanwhile));
    server = await startServer({ DATELINE_ROLES: 'api,projector,worker' }, { databaseUrl, ownerUrl });
  };
  await openStory(server, 'short');
  for (let n = 1; n <= 9; n++) await server.post('/v1/events', tariff('short', '2025-02-04', n), { prefer: 'wait=10' });
  await until('the feed is at the head', async () => (await sql<{ position: number }>(FED))[0]?.position === 10);
});

/** What the guide for operators says to empty. */
const EMPTY = `
  truncate view_version, dispute_record, subject_fact, fact, halted_subject, projection, summary;
  update checkpoint set position = 0;
  update summary_feed set position = 0`;
const FED = 'select position::int from summary_feed';
async function sql<Row extends object>(...statements: string[]): Promise<Row[]> {
  return asOwner(server.ownerUrl, async (owner) => {
    let rows: Row[] = [];
    for (const statement of statements) ({ rows } = await owner.query<Row>(statement));
    return rows;
  });
}

/** Truncates the log after six events. */
const cutLog = () =>
  sql(
    'alter table event disable trigger all',
    'delete from event where position > 6',
    'alter table event enable trigger all',
    `update stream set version = 6 where story = 'short'`,
    `update log_head h set position = 6, hash = e.hash,
            recorded_us = (extract(epoch from e.recorded_at) * 1000000)::bigint
       from event e where e.position = 6`,
  );

const readiness = async (): Promise<{ status: number; text: string }> => {
  const { status, text } = await server.get('/readyz');
  return { status, text };
};
const notReady = (reason: RegExp) =>
  until(`/readyz reports ${reason}`, async () => {
    const { status, text } = await readiness();
    return status === 503 && reason.test(text);
  });

describe('what is beyond the end of the log', () => {
  it('the views: not ready, waits do not apply, only the log is readable; once emptied, they are rebuilt', async () => {
    await cutLog();
    await notReady(/the views stand at 10, beyond the end of the log, 6/);
    await notReady(/the summaries' feed stands at 10, beyond the end of the log, 6/);
    expect((await readiness()).text).not.toMatch(/-\d+ events behind/);

    const recorded = await server.post('/v1/events?hints=true', tariff('short', '2025-02-05', 20), {
      prefer: 'wait=2',
    });
    expect([recorded.status, recorded.headers.get('preference-applied')]).toEqual([201, null]);
    const minPosition = (recorded.body as { position: number }).position;
    for (const path of [
      '/v1/stories/short',
      `/v1/stories/short?minPosition=${minPosition}`,
      '/v1/stories',
      '/v1/views/tariffs/USA%3ECHN%3Aall',
    ]) {
      const answer = await server.get(path);
      expect([path, answer.status, (answer.body as { code?: string }).code]).toEqual([path, 503, 'unavailable']);
      expect(answer.text).toMatch(/the views stand at 10, beyond the end of the log, 7/);
    }
    expect((await server.get('/v1/events?story=short')).status).toBe(200);
    expect((await server.get('/v1/admin/projections')).body).toMatchObject({ head: 7, position: 10, lag: 0 });

    await restart(EMPTY);
    await until('the views are at the head', async () => (await readiness()).text.includes('at the head of the log'));
    const board = (await server.get('/v1/stories/short?minPosition=7')).body as {
      views: { tariffs: { state: { ratePercent: number } }[] };
    };
    expect(board.views.tariffs[0]?.state.ratePercent).toBe(20);
    expect((await readiness()).status).toBe(200);
  });

  it('one view that is halted: not ready', async () => {
    await sql(
      `update projection set status = 'halted', position = 99,
         error = '{"message": "x", "position": 99, "subject": null}' where view = 'talks'`,
    );
    await notReady(/the view talks stands at 99, beyond the end of the log, 10/);
  });

  it("the summaries' feed alone: not ready, and a brief is built on request", async () => {
    await until(
      'the brief is made',
      async () => (await sql(`select from summary where content is not null`)).length > 0,
    );
    await sql('update summary_feed set position = 99');
    await notReady(/the summaries' feed stands at 99, beyond the end of the log, 10/);
    const recorded = await server.post('/v1/events', tariff('short', '2025-02-05', 20), { prefer: 'wait=10' });
    const { position } = recorded.body as { position: number };
    expect((await server.get('/v1/stories/short/brief')).body).toMatchObject({ stale: false, madeFrom: position });
  });

  it('the position that a running server has seen: not ready', async () => {
    await cutLog();
    await sql('update checkpoint set position = 6', 'update summary_feed set position = 6');
    await notReady(/this server has seen position 10, beyond the end of the log, 6/);
    await restart();
    expect((await readiness()).status).toBe(200);
  });
});
