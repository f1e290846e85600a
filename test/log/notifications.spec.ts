import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Appender } from '#log/append/appender.js';
import { Follower } from '#log/follow/follower.js';
import { logChannel, Notifier } from '#log/follow/notifier.js';
import { createTestDatabase } from '../support/database.js';
import { asOwner, milestone, opened, openLog, type LogDatabase } from '../support/log.js';
import { otherBuild } from '../support/other-build.js';
import { startServer } from '../support/server.js';
import { stopAfterwards } from '../support/started.js';
import { until } from '../support/until.js';

const INVALID_PAYLOADS = [
  'nonsense',
  '',
  '-5',
  '0',
  '7.5',
  '1e300',
  'Infinity',
  '0x10',
  ' 12',
  '999999999999',
  '9'.repeat(400),
  'x'.repeat(7_999),
];

const logIdOf = (ownerUrl: string): Promise<string> =>
  asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ id: string }>('select id::text as id from log_identity');
    return rows[0]?.id ?? '';
  });

/** A follower that learns of the log by notifications alone, and the positions that it reported. */
async function follow(log: LogDatabase) {
  const channel = logChannel(await logIdOf(log.ownerUrl));
  const reported: number[] = [];
  const connection: string[] = [];
  const follower = new Follower({
    url: log.url,
    channel,
    pool: log.pool,
    pollEvery: 600_000,
    onConnection: (state) => connection.push(state),
  });
  follower.onAdvance((position) => reported.push(position));
  follower.start();
  stopAfterwards(() => follower.close());
  await until('it listens', () => connection.includes('listening'));
  return { follower, channel, reported, connection };
}

describe('the id of a log', () => {
  it('is a UUID that neither the owner nor the superuser can change by mistake', async () => {
    const log = await openLog();
    expect(await logIdOf(log.ownerUrl)).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    for (const change of [
      'update log_identity set id = gen_random_uuid()',
      'delete from log_identity',
      'truncate log_identity',
      'insert into log_identity (id) values (gen_random_uuid())',
    ]) {
      await expect(asOwner(log.ownerUrl, (owner) => owner.query(change))).rejects.toThrow(
        /never changed|duplicate key/,
      );
      await expect(asOwner(log.adminUrl, (admin) => admin.query(change))).rejects.toThrow(
        /never changed|duplicate key/,
      );
      await expect(log.pool.query(change)).rejects.toThrow('permission denied');
    }
    expect((await log.pool.query('select id from log_identity')).rows).toHaveLength(1);
  });
});

describe('a notification', () => {
  it.each(INVALID_PAYLOADS)('with the payload %.20j changes nothing, and later notifications work', async (payload) => {
    const log = await openLog();
    const { follower, channel, reported, connection } = await follow(log);
    const arrived: string[] = [];
    await asOwner(log.ownerUrl, async (owner) => {
      owner.on('notification', (message) => arrived.push(message.channel));
      await owner.query(`listen ${channel}`);
      await owner.query('select pg_notify($1, $2)', [channel, payload]);
      await until('the payload arrives', () => arrived.length === 1);
    });
    await sleep(100);
    expect([follower.position, reported, connection]).toEqual([0, [], ['listening']]);

    const notifier = new Notifier(log.pool, channel);
    const appender = new Appender(log.pool, { onAppended: (position) => notifier.advance(position) });
    await appender.append({ events: [opened('a'), milestone('a')], recordedBy: 'x' });
    await until('it learns of the append', () => follower.position === 2);
    await notifier.close();
    expect(reported.at(-1)).toBe(2);
  });

  it('causes one query at a time, however many come', async () => {
    const log = await openLog();
    const { follower, channel, reported } = await follow(log);
    const scans = (): Promise<number> =>
      asOwner(log.adminUrl, async (admin) => {
        const { rows } = await admin.query<{ n: string }>(
          `select seq_scan + coalesce(idx_scan, 0) as n from pg_stat_user_tables where relname = 'log_head'`,
        );
        return Number(rows[0]?.n ?? 0);
      });
    const before = await scans();
    await log.pool.query(`select pg_notify($1, (900000000000 + n)::text) from generate_series(1, 20000) n`, [channel]);
    const notifier = new Notifier(log.pool, channel);
    await new Appender(log.pool, { onAppended: (position) => notifier.advance(position) }).append({
      events: [opened('a')],
      recordedBy: 'x',
    });
    await until('it learns of the append', () => follower.position === 1);
    await notifier.close();
    await follower.close();
    expect(reported).toEqual([1]);
    await sleep(300);
    expect((await scans()) - before).toBeLessThan(200);
  });
});

describe('a server', () => {
  it('ignores invalid payloads on its channel and on those of the queues, and logs nothing', async () => {
    const database = await createTestDatabase();
    const { url: databaseUrl, ownerUrl } = database;
    const server = await startServer({ DATELINE_ROLES: 'api,projector,worker' }, { databaseUrl, ownerUrl });
    const channels = [logChannel(await logIdOf(ownerUrl)), 'dateline_log', 'bullmq_jobs', 'bullmq_events'];
    const before = server.log().length;
    await asOwner(ownerUrl, async (owner) => {
      for (const channel of channels)
        for (const payload of INVALID_PAYLOADS)
          await owner.query(
            'select pg_notify($1, $2) from generate_series(1, 100) n where pg_notify($1, $2 || n) is not null',
            [channel, payload.slice(0, 7_990)],
          );
    });
    const opened = await server.post(
      '/v1/events',
      { type: 'StoryOpened', story: 'one', occurredAt: '2025-01-01', data: { title: 'One' } },
      {
        prefer: 'wait=10',
      },
    );
    expect([opened.status, opened.headers.get('preference-applied')]).toEqual([201, 'wait=10']);
    expect((await server.get('/readyz')).body).toMatchObject({ checks: { views: { facts: { position: 1, lag: 0 } } } });
    const logged = server
      .log()
      .slice(before)
      .split('\n')
      .filter((line) => line !== '' && !line.includes('"path":'));
    expect(logged).toEqual([]);
    expect(await server.stop()).toBe(0);
  });

  it('works with one of a version with another channel: each finds by polling what the other recorded', async () => {
    const { url: databaseUrl, ownerUrl } = await createTestDatabase();
    const earlier = otherBuild([
      ['libs/log/src/follow/notifier.js', '`dateline_log_${shortLogId(logId)}`', "'dateline_log'"],
    ]);
    for (const [api, projector] of [
      [undefined, earlier],
      [earlier, undefined],
    ]) {
      const start = (role: string, program?: string) =>
        startServer({ DATELINE_ROLES: role }, { databaseUrl, ownerUrl, ...(program !== undefined && { program }) });
      const [serving, projecting] = [await start('api', api), await start('projector', projector)];
      const slug = api === undefined ? 'from-new-to-old' : 'from-old-to-new';
      const answer = await serving.post('/v1/stories', { slug, title: slug }, { prefer: 'wait=10' });
      expect([answer.status, answer.headers.get('preference-applied')]).toEqual([201, 'wait=10']);
      await serving.stop();
      await projecting.stop();
    }
  });
});
