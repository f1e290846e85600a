import { beforeAll, describe, expect, it } from '@jest/globals';
import { Appender } from '#log/append/appender.js';
import { withClient } from '#platform/database/with-client.js';
import { projectBatch } from '#projector/batch/project-batch.js';
import { declareViews } from '#projector/batch/projections.js';
import { TailCache } from '#projector/batch/tail-cache.js';
import { views } from '#views/views.js';
import { seedOfRun } from '../support/load/random.js';
import { asOwner, openLog, type LogDatabase } from '../support/log.js';
import { randomRequests } from './happenings.js';
import { clear, fresh, rows } from './projected.js';

const seed = seedOfRun('writes of the views that PostgreSQL refuses');

let log: LogDatabase;
let expected: unknown[];
beforeAll(async () => {
  log = await openLog();
  const appender = new Appender(log.pool);
  for (const events of randomRequests(seed, 300)) await appender.append({ events, recordedBy: 'test' });
  await appender.close();
  expected = await fresh(log.pool, 50);
});

const asOwnerRun = (statements: string): Promise<unknown> => asOwner(log.ownerUrl, (owner) => owner.query(statements));
const position = async (): Promise<unknown> => (await log.pool.query('select position from checkpoint')).rows;

describe('a write of the views that PostgreSQL refuses, with others sent behind it', () => {
  const writes = ['fact', 'subject_fact', 'view_version'].flatMap((table) => [
    ['insert', table],
    ['update', table],
  ]);
  it.each(writes)('%s of %s: the batch takes no effect, the reason is told, and the same connection goes on', async (write, table) => {
    await clear(log.pool);
    await withClient(log.pool, async (client) => {
      await declareViews(client, views);
      const cache = new TailCache();
      const project = async (size: number): Promise<void> => {
        while ((await projectBatch(client, views, size, cache)).kind === 'moved');
      };
      for (let batches = 0; batches < 3; batches += 1) await projectBatch(client, views, 20, cache);
      const before = await position();
      await asOwnerRun(`
        create or replace function refuse() returns trigger language plpgsql as $$ begin raise 'no % here', tg_op; end $$;
        create trigger refuse before ${write} on ${table} for each statement execute function refuse()`);
      await expect(project(40)).rejects.toThrow(`no ${write.toUpperCase()} here`);
      expect(await position()).toEqual(before);
      await asOwnerRun(`drop trigger refuse on ${table}`);
      await project(33);
    });
    expect(await rows(log.pool)).toEqual(expected);
  });
});
