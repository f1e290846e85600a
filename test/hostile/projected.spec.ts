import { describe, expect, it } from '@jest/globals';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { withClient } from '#platform/database/in-transaction.js';
import { registerViews } from '#projector/store/generations.js';
import { readProjections } from '#projector/store/projections.js';
import { views } from '#views/registry.js';
import { openLog } from '../support/log.js';
import { project, record } from '../projector/projected.js';
import { hostile, KINDS, STORIES } from './stories.js';

/** Events of each story. DATELINE_HOSTILE_EVENTS=5000 is the full size. */
const EVENTS = Number(process.env.DATELINE_HOSTILE_EVENTS ?? 500);
/** With fewer events, not each type is tested with each story: the types of a view take turns. */
const isFull = EVENTS > 500;
/** Of a case, milliseconds: on a busy machine the full size takes minutes. */
const TIMEOUT = isFull ? 600_000 : 60_000;
/** Bytes of rows for each event, over all tables that the projector writes. */
const MAX_BYTES = 9_000;

const BYTES = `
select (select coalesce(sum(pg_column_size(v)), 0) from view_version v)
     + (select coalesce(sum(pg_column_size(d)), 0) from dispute_record d)
     + (select coalesce(sum(pg_column_size(s)), 0) from subject_fact s)
     + (select coalesce(sum(pg_column_size(f)), 0) from fact f) as bytes`;

const names = Object.keys(STORIES);
const types = Object.entries(KINDS);
const cases = names.flatMap((story, s) => {
  if (isFull) return types.map(([type]) => [story, type] as const);
  return [...new Set(types.map(([, { view }]) => view))].map((view) => {
    const own = types.filter(([, kind]) => kind.view === view);
    return [story, (own[s % own.length] as (typeof own)[number])[0]] as const;
  });
});
const measured: string[] = [];

describe.each(names)('%s', (story) => {
  it.each(cases.filter(([one]) => one === story).map(([, type]) => type))(
    'of %s',
    async (type) => {
      const log = await openLog();
      await withClient(log.pool, (client) => registerViews(client, views));
      await record(log.pool, hostile(story, type, EVENTS));
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const started = performance.now();
      await project(log.pool, 500);
      const seconds = (performance.now() - started) / 1000;
      delay.disable();
      const bytes = Number((await log.pool.query<{ bytes: string }>(BYTES)).rows[0]?.bytes) / EVENTS;
      measured.push(
        [
          story,
          type,
          `${Math.round(EVENTS / seconds)}/s`,
          `${Math.round(delay.max / 1e6)} ms`,
          `${Math.round(bytes)} B`,
        ].join('\t'),
      );
      if (process.env.DATELINE_HOSTILE_EVENTS) process.stderr.write(`${measured.at(-1) ?? ''}\n`);
      expect((await readProjections(log.pool)).map(({ status }) => status)).toEqual(views.map(() => 'active'));
      expect(bytes).toBeLessThan(MAX_BYTES);
      await log.drop();
    },
    TIMEOUT,
  );
});
