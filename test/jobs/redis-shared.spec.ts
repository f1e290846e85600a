import { describe, expect, it } from '@jest/globals';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { redisPrefix } from '#jobs/queues/redis-backend.js';
import { asAdmin, createTestDatabase, type TestDatabase } from '../support/database.js';
import { asOwner } from '../support/log.js';
import { stopAfterwards } from '../support/started.js';
import { SummaryProbe } from './summary-probe.js';
import { fact, open, record } from './facts.js';

/** The machine's own Redis, which other programs use too. */
const url = process.env['REDIS_URL'] ?? '';
const redis = {
  url,
  start: () => Promise.resolve(),
  stop: () => Promise.resolve(),
  flush: () => Promise.reject(new Error('it is shared')),
};

/** A database without tables. Its log gets an id of its own, while copies of the tests' template share one id. */
async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  const [name, owner] = [new URL(database.url).pathname.slice(1), new URL(database.ownerUrl).username];
  await database.drop();
  await asAdmin(`create database ${name} owner ${owner} encoding 'UTF8' locale 'C' template template0`);
  return database;
}

const prefixOf = (database: TestDatabase): Promise<string> =>
  asOwner(database.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ id: string }>('select id::text as id from log_identity');
    return redisPrefix(rows[0]?.id ?? '');
  });

describe('two deployments on one Redis', () => {
  it("never see each other's jobs, nor the jobs of an earlier version, whose prefix was the same for all", async () => {
    const client = new Redis(url);
    stopAfterwards(() => Promise.resolve(client.disconnect()));
    const [first, second] = [
      await SummaryProbe.on('Redis', await emptyDatabase(), redis),
      await SummaryProbe.on('Redis', await emptyDatabase(), redis),
    ];
    const api = await first.start('api,projector');
    const other = await second.start('api,projector,worker');
    const [prefix, otherPrefix] = [
      await prefixOf(first.database as TestDatabase),
      await prefixOf(second.database as TestDatabase),
    ];
    expect(prefix).toMatch(/^\{dateline-[0-9a-f]{8}\}$/);
    expect(otherPrefix).not.toBe(prefix);
    const deleteKeys = async (): Promise<void> => {
      for (const one of [prefix, otherPrefix]) {
        const keys = await client.keys(`${one}:*`);
        if (keys.length > 0) await client.del(keys);
      }
    };
    stopAfterwards(deleteKeys);

    // A job of the first deployment, which has no worker. The worker of the second would run it, and fail.
    const waiting = new Queue('briefs', { connection: client, prefix, skipMetasUpdate: true });
    await waiting.add('brief', { story: 'one', kind: 'brief' });
    // A job of an earlier version.
    const earlier = new Queue('briefs', { connection: client, prefix: 'dateline', skipMetasUpdate: true });
    const left = await earlier.add('brief', { story: 'one', kind: 'brief' });
    stopAfterwards(() => left.remove());
    await open(api, ['one']);
    await record(api, fact('one', 'here'));
    await open(other, ['two']);
    await record(other, fact('two', 'there'));
    await second.untilFresh();
    expect(await waiting.getWaitingCount()).toBe(1);
    expect((await second.rows()).map(({ story }) => story)).toEqual(['two', 'two']);
    expect(await first.rows()).toEqual([]);

    // A worker of the first deployment finds in the database what the earlier version had queued.
    await first.start('worker');
    await first.untilFresh();
    expect((await first.rows()).map(({ story }) => story)).toEqual(['one', 'one']);
    expect((await second.rows()).map(({ story }) => story)).toEqual(['two', 'two']);
    expect(await left.getState()).toBe('waiting');
    await waiting.close();
    await earlier.close();
  }, 300_000);
});
