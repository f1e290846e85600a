import { expect, it } from '@jest/globals';
import { Appender } from '#log/append/appender.js';
import { readBoard } from '#reader/board/read-board.js';
import { readTimeline } from '#reader/timeline/read-timeline.js';
import { views } from '#views/registry.js';
import { milestone, newEvent, opened, openLog, openPool } from '../support/log.js';
import { fresh } from './projected.js';

it('boards and timelines use one generic plan, made without the values of their parameters', async () => {
  const { pool: writing, url } = await openLog();
  // One connection: `pg_prepared_statements` shows the plans of its own session.
  const pool = openPool(url, 1);
  const tariff = newEvent('TariffChanged', {
    story: 'one',
    data: { imposedBy: 'USA', appliesTo: 'CHN', measure: 'all', ratePercent: 10 },
  });
  expect(
    await new Appender(writing).append({ events: [opened('one'), tariff, milestone('one')], recordedBy: 'test' }),
  ).toMatchObject({
    ok: true,
  });
  await fresh(writing, 500);
  const clocks = {
    asOf: Infinity,
    reportedAsOf: Infinity,
    recordedAsOf: null,
    position: 3,
    instant: Date.UTC(2026, 0, 1) * 1000,
  };
  for (let n = 0; n < 8; n += 1) {
    expect(await readBoard(pool, views, 'one', clocks)).toMatchObject({
      views: { tariffs: [{ state: { ratePercent: 10 } }] },
    });
    const timeline = await readTimeline(pool, { story: 'one', filter: {}, clocks, after: null, limit: 50 });
    expect(timeline.items).toHaveLength(2);
  }
  const { rows } = await pool.query(
    `select name, custom_plans::int as custom, generic_plans::int as generic
       from pg_prepared_statements where name in ('stories', 'timelines-desc') order by 1`,
  );
  expect(rows).toEqual([
    { name: 'stories', custom: 0, generic: 8 },
    { name: 'timelines-desc', custom: 0, generic: 8 },
  ]);
});
