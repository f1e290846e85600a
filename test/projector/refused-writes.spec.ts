import { beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '#platform/database/in-transaction.js';
import { projectBatch } from '#projector/write/project-batch.js';
import { registerViews } from '#projector/store/generations.js';
import { HistoryCache } from '#projector/write/history-cache.js';
import { Checkpoint } from '#reader/clocks/checkpoint.js';
import { views } from '#views/registry.js';
import { seedOfRun } from '../support/load/random.js';
import { asOwner, openLog, type LogDatabase } from '../support/log.js';
import { randomRequests } from './fact-generator.js';
import { clear, fresh, projectOn, record, rows } from './projected.js';

const seed = seedOfRun('writes of the views that PostgreSQL refuses');

let log: LogDatabase;
let expected: unknown[];
beforeAll(async () => {
  log = await openLog();
  await record(log.pool, randomRequests(seed, 300));
  expected = await fresh(log.pool, 50);
});

const asOwnerRun = (statements: string): Promise<unknown> => asOwner(log.ownerUrl, (owner) => owner.query(statements));

describe('a write of the views that PostgreSQL refuses, while later statements are already sent', () => {
  const writes = ['fact', 'subject_fact', 'view_version'].flatMap((table) => [
    ['insert', table],
    ['update', table],
  ]);
  it.each(writes)(
    '%s of %s: the batch is rolled back, the error is reported, and the connection can be used again',
    async (write, table) => {
      await clear(log.pool);
      await withClient(log.pool, async (client) => {
        await registerViews(client, views);
        const [cache, checkpoint] = [new HistoryCache(), new Checkpoint(log.pool)];
        for (let batches = 0; batches < 3; batches += 1) await projectBatch(client, views, 20, cache);
        const before = await checkpoint.read();
        await asOwnerRun(`
        create or replace function refuse() returns trigger language plpgsql as
          $$ begin raise 'no % here', tg_op; end $$;
        create trigger refuse before ${write} on ${table} for each statement execute function refuse()`);
        await expect(projectOn(client, 40, cache)).rejects.toThrow(`no ${write.toUpperCase()} here`);
        expect(await checkpoint.read()).toEqual(before);
        await asOwnerRun(`drop trigger refuse on ${table}`);
        await projectOn(client, 33, cache);
      });
      expect(await rows(log.pool)).toEqual(expected);
    },
  );
});
