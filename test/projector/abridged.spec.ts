import { beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '#platform/database/in-transaction.js';
import { registerViews } from '#projector/store/generations.js';
import { latestClocks } from '#reader/clocks/clocks.js';
import { readHistory } from '#reader/items/read-history.js';
import { deals } from '#views/deals.js';
import type { AnyView } from '#views/define-view.js';
import { tariffs } from '#views/tariffs.js';
import { views } from '#views/registry.js';
import { hostile } from '../hostile/stories.js';
import { openLog, type LogDatabase } from '../support/log.js';
import { fresh, project, record } from './projected.js';

const EVENTS = 240;
const CASES: [string, AnyView, string][] = [
  ['DealProgressReported', deals as unknown as AnyView, 'deal'],
  ['TariffAnnounced', tariffs as unknown as AnyView, 'USA>CHN:all'],
];

describe.each(CASES)('a history of %s, of days, months and the year', (type, view, subject) => {
  let log: LogDatabase;
  beforeAll(async () => {
    log = await openLog();
    await record(log.pool, hostile('days, months and the year', type, EVENTS));
    await withClient(log.pool, (client) => registerViews(client, views));
    await project(log.pool, 50);
  });

  it('is read from rows that leave out what other rows have, as folding all facts on request gives it', async () => {
    const { rows } = await log.pool.query<{ id: number; abridged: string }>(
      `select p.id, count(*) filter (where v.state like '%"abridged":true%' or v.list_1 is not null) as abridged
         from projection p join view_version v on v.projection = p.id where p.view = $1 group by p.id`,
      [view.name],
    );
    expect(Number(rows[0]?.abridged)).toBeGreaterThan(20);
    const of = { view, projection: Number(rows[0]?.id), subject, halt: null };
    for (const position of [EVENTS, EVENTS - 7, EVENTS / 2, 30]) {
      const clocks = latestClocks({ position }, 0);
      const range = { after: null, until: Infinity, limit: 1000 };
      const stored = await readHistory(log.pool, of, clocks, range);
      const reportedAsOf = Date.UTC(2027, 0, 1) * 1000;
      const folded = await readHistory(log.pool, of, { ...clocks, reportedAsOf }, range);
      expect(stored.items.length).toBeGreaterThan(5);
      expect(stored.items).toEqual(folded.items.map(({ undated: _, ...item }) => item));
      // A page that begins in the middle reads the lists of its first row anew.
      const after = { validFrom: Date.UTC(2025, 3, 10) * 1000, position: 20 };
      const page = await readHistory(log.pool, of, clocks, { ...range, after, limit: 3 });
      const rest = await readHistory(log.pool, of, { ...clocks, reportedAsOf }, { ...range, after, limit: 3 });
      expect(page.items).toEqual(rest.items.map(({ undated: _, ...item }) => item));
    }
  });

  it('has the same rows in batches of 1, 7 and 1,000', async () => {
    const expected = await fresh(log.pool, 1, false);
    for (const size of [7, 1000]) expect(await fresh(log.pool, size)).toEqual(expected);
  });
});
