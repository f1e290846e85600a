import { beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { Appender } from '#log/append/appender.js';
import { declareViews, readProjections } from '#projector/batch/projections.js';
import { projectBatch } from '#projector/batch/project-batch.js';
import { TailCache } from '#projector/batch/tail-cache.js';
import { buildBatch } from '#projector/batch/build-batch.js';
import type { AnyView } from '#views/define-view.js';
import { tariffs } from '#views/tariffs.js';
import { views } from '#views/views.js';
import { openLog, type LogDatabase } from '../support/log.js';
import { randomRequests } from './happenings.js';

const seed = Number(process.env['DATELINE_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
let log: LogDatabase;
beforeAll(async () => {
  process.stdout.write(`seed of the random facts: ${seed} (DATELINE_TEST_SEED)\n`);
  log = await openLog();
  const appender = new Appender(log.pool);
  for (const events of randomRequests(seed, 400)) expect(await appender.append({ events, recordedBy: 'test' })).toMatchObject({ ok: true });
});

async function withClient<T>(use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await log.pool.connect();
  try {
    return await use(client);
  } finally {
    client.release();
  }
}

/** Forgets all views. */
async function clear(): Promise<void> {
  for (const table of ['fact', 'subject_fact', 'view_version', 'projection']) await log.pool.query(`delete from ${table}`);
  await log.pool.query('update checkpoint set position = 0');
}

/** `kept`: the projector keeps the ends of histories from batch to batch, instead of reading them back. */
async function project(size: number, withViews: readonly AnyView[] = views, kept = true): Promise<void> {
  await withClient(async (client) => {
    const cache = new TailCache();
    while ((await projectBatch(client, withViews, size, kept ? cache : undefined)).kind === 'moved');
  });
}

/** All rows of the views and facts, by view name, so that generations can be compared. */
async function rows(): Promise<unknown[]> {
  const versions = await log.pool.query(
    `select p.view, v.subject, v.valid_from, v.position, v.known_from, v.known_to, v.brings, v.horizon, v.story, v.item::text, v.state,
            v.whole_valid_from, v.whole_position, v.whole_known_from
       from view_version v join projection p on p.id = v.projection and p.status <> 'retired' order by 1, 2, 3, 4, 5`,
  );
  const placements = await log.pool.query(
    `select p.view, s.subject, s.valid_from, s.position, s.known_from, s.known_to, s.fact_id, s.story
       from subject_fact s join projection p on p.id = s.projection and p.status <> 'retired' order by 1, 2, 3, 4, 5`,
  );
  const facts = await log.pool.query(`select *, form::text as form from fact order by position, known_from`);
  return [versions.rows, placements.rows, facts.rows];
}

async function fresh(size: number, kept = true): Promise<unknown[]> {
  await clear();
  await withClient((client) => declareViews(client, views));
  await project(size, views, kept);
  return rows();
}

describe('projecting', () => {
  let expected: unknown[];
  beforeAll(async () => {
    expected = await fresh(1, false);
  });

  it('comes to something in every view that the facts are about', () => {
    expect((expected[0] as unknown[]).length).toBeGreaterThan(200);
  });

  it.each([1, 7, 1000])('leaves the same rows in batches of %i as in batches of 1, each read back from the database', async (size) => {
    expect(await fresh(size)).toEqual(expected);
  });

  it('takes turns: two projectors at once leave the same rows', async () => {
    await clear();
    await withClient((client) => declareViews(client, views));
    const one = async (): Promise<void> =>
      withClient(async (client) => {
        const cache = new TailCache();
        for (;;) {
          const outcome = await projectBatch(client, views, 11, cache);
          if (outcome.kind === 'idle') return;
        }
      });
    await Promise.all([one(), one(), one()]);
    expect(await rows()).toEqual(expected);
  });

  it.each([true, false])(
    'builds a view of a higher version beside the old one, to the same rows, and swaps it in (tails kept: %s)',
    async (kept) => {
      await fresh(50);
      const newer = views.map((view) => (view.name === 'tariffs' ? { ...view, version: view.version + 1 } : view));
      await withClient(async (client) => {
        await declareViews(client, newer);
        const steps = [];
        const cache = kept ? new TailCache() : undefined;
        const next = () => buildBatch(client, newer, 13, cache);
        for (let step = await next(); step.kind !== 'idle'; step = await next()) steps.push(step.kind);
        expect(steps.filter((kind) => kind === 'built').length).toBeGreaterThan(5);
        expect(steps.at(-1)).toBe('swapped');
      });
      expect(await readProjections(log.pool)).toContainEqual(
        expect.objectContaining({ view: 'tariffs', version: tariffs.version + 1, status: 'active' }),
      );
      expect(await rows()).toEqual(expected);
    },
  );

  it('leaves projecting to others where the database holds views of another version', async () => {
    await fresh(50);
    await withClient((client) => declareViews(client, views));
    await log.pool.query(`update projection set version = 9 where view = 'talks'`);
    await log.pool.query('update checkpoint set position = 0');
    expect(await withClient((client) => projectBatch(client, views, 10))).toEqual({ kind: 'foreign', views: ['talks 9'] });
  });

  it('halts a view whose code throws, where it threw, and lets the others go on', async () => {
    const rowsOf = (expected[0] as { view: string; brings: boolean; position: string; known_from: string }[]).filter(
      ({ view, brings }) => view === 'talks' && brings,
    );
    const ends = await requestEnds();
    const foldedAtOnce = rowsOf.filter((row) => ends.get(row.position) === row.known_from).map((row) => row.position);
    await clear();
    // A fact that is folded as soon as it is known: it neither is a claim nor is left out for another.
    const { rows: facts } = await log.pool.query<{ position: string; request_end: string }>(
      `select e.position, e.request_end from event e where e.position = any($1) order by e.position offset 3 limit 1`,
      [foldedAtOnce],
    );
    const at = Number(facts[0]?.position);
    const failing = views.map((view) => (view.name === 'talks' ? breaking(view, at) : view));
    await withClient((client) => declareViews(client, failing));
    await project(50, failing);
    const talks = (await readProjections(log.pool)).find((one) => one.view === 'talks');
    expect(talks).toMatchObject({
      status: 'halted',
      error: { message: 'broken on purpose', position: Number(facts[0]?.request_end), subject: 'the-talks' },
    });
    expect(talks?.position).toBeLessThan(at);

    const of = (all: unknown[], view: string) =>
      (all[0] as { view: string; known_from: string; known_to: string }[]).filter((row) => row.view === view);
    const halted = await rows();
    for (const { name } of views.filter((view) => view.name !== 'talks')) expect(of(halted, name)).toEqual(of(expected, name));
    const until = talks?.position ?? 0;
    const before = of(expected, 'talks').filter((row) => Number(row.known_from) <= until);
    const open = '9223372036854775807';
    expect(of(halted, 'talks')).toEqual(before.map((row) => (BigInt(row.known_to) > BigInt(until) ? { ...row, known_to: open } : row)));
  });
});

/** The end of the request of each event. */
async function requestEnds(): Promise<Map<string, string>> {
  const { rows } = await log.pool.query<{ position: string; request_end: string }>('select position, request_end from event');
  return new Map(rows.map((row) => [row.position, row.request_end]));
}

/** A view that throws when it folds the fact at a position. */
function breaking(view: AnyView, position: number): AnyView {
  const on = Object.fromEntries(
    Object.entries(view.on as Record<string, { fold: (before: unknown, fact: { position: number }) => unknown }>).map(([type, one]) => [
      type,
      {
        ...one,
        fold: (before: unknown, fact: { position: number }) => {
          if (fact.position === position) throw new Error('broken on purpose');
          return one.fold(before, fact);
        },
      },
    ]),
  );
  return { ...view, on };
}
