import { beforeEach, describe, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { Appender } from '#log/append/appender.js';
import type { NewEvent } from '#log/append/append-request.js';
import { projectBatch } from '#projector/write/project-batch.js';
import { registerViews } from '#projector/store/generations.js';
import { readProjections } from '#projector/store/projections.js';
import { views } from '#views/registry.js';
import { newEvent, opened, openLog, type LogDatabase } from '../support/log.js';

/**
 * One publisher reports two values for a day: as two states of a corrected fact, or as steps with another publisher's
 * report between them. The value before that day lies before the rows that the batch reads.
 */
let log: LogDatabase;
let appender: Appender;
beforeEach(async () => {
  log = await openLog();
  appender = new Appender(log.pool);
  await append(opened('a'));
  await append(rate('A', 10, { date: '2025-02-01' }));
  await project();
});

const dataOf = (ratePercent: number) => ({ imposedBy: 'USA', appliesTo: 'CHN', measure: 'all', ratePercent });
const rate = (publisher: string, percent: number, { id = v4(), date = '2025-04-11' } = {}): NewEvent =>
  newEvent('TariffChanged', {
    id,
    story: 'a',
    occurredAt: date,
    data: dataOf(percent),
    source: { url: `https://example.org/${publisher}`, publisher },
  });
const corrected = (id: string, percent: number): NewEvent =>
  newEvent(
    'EventCorrected',
    { story: 'a', data: { target: id, data: dataOf(percent), reason: 'typed wrong' } },
    { factId: id, factType: 'TariffChanged' },
  );

async function append(event: NewEvent): Promise<void> {
  expect(await appender.append({ events: [event], recordedBy: 'test' })).toMatchObject({ ok: true });
}

async function project(): Promise<void> {
  const client = await log.pool.connect();
  await registerViews(client, views);
  while ((await projectBatch(client, views, 1000)).kind === 'moved');
  client.release();
}

const id = v4();
const cases: [string, NewEvent[][]][] = [
  ['corrected to another value in the next batch', [[rate('A', 145, { id }), rate('B', 145)], [corrected(id, 125)]]],
  ['reported as steps in one batch', [[rate('A', 145), rate('B', 125), rate('B', 145)]]],
  ['corrected within one batch', [[rate('A', 145, { id }), rate('B', 125), corrected(id, 125)]]],
];

describe('a day on which publishers differ', () => {
  it.each(cases)('%s halts no view', async (_name, batches) => {
    for (const batch of batches) {
      for (const event of batch) await append(event);
      await project();
    }
    expect((await readProjections(log.pool)).filter((one) => one.status !== 'active')).toEqual([]);
  });
});
