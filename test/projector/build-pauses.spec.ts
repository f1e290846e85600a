import { expect, it } from '@jest/globals';
import { Appender } from '#log/append/appender.js';
import { withClient } from '#platform/database/in-transaction.js';
import { buildBatch } from '#projector/write/build-batch.js';
import { registerViews } from '#projector/store/generations.js';
import { newEvent, opened, openLog } from '../support/log.js';
import { fresh, withNewer } from './projected.js';

/** How many facts the request has, and of how many subjects. */
const FACTS = 990;
const SUBJECTS = 10;

it('a build pauses many times within one request of many events, and never while it holds the checkpoint', async () => {
  const { pool } = await openLog();
  const appender = new Appender(pool);
  const facts = Array.from({ length: FACTS }, (_, n) =>
    newEvent('TariffChanged', {
      story: 'one',
      occurredAt: new Date(Date.UTC(2020, 0, 1 + Math.floor(n / SUBJECTS))).toISOString().slice(0, 10),
      data: { imposedBy: 'USA', appliesTo: 'CHN', measure: `m${n % SUBJECTS}`, ratePercent: n % 100 },
    }),
  );
  expect(await appender.append({ events: [opened('one'), ...facts], recordedBy: 'test' })).toMatchObject({ ok: true });
  // Otherwise the first part would be the last, which is built under the checkpoint's lock.
  expect(await appender.append({ events: [opened('another')], recordedBy: 'test' })).toMatchObject({ ok: true });
  await fresh(pool, 500);
  const newer = withNewer('tariffs');
  let pauses = 0;
  const pause = async (): Promise<void> => {
    pauses += 1;
    await pool.query('select position from checkpoint for update nowait');
  };
  await withClient(pool, async (client) => {
    await registerViews(client, newer);
    const first = await buildBatch(client, newer, 50, undefined, pause);
    expect(first).toMatchObject({ kind: 'built', position: FACTS + 1 });
    expect(pauses).toBeGreaterThan(SUBJECTS / 2);
    const before = pauses;
    expect(await buildBatch(client, newer, 50, undefined, pause)).toMatchObject({ kind: 'swapped' });
    expect(pauses).toBe(before);
  });
});
