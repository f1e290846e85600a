import { beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '#platform/database/in-transaction.js';
import { registerViews } from '#projector/store/generations.js';
import { readProjections } from '#projector/store/projections.js';
import { projectBatch } from '#projector/write/project-batch.js';
import { HistoryCache } from '#projector/write/history-cache.js';
import { buildBatch } from '#projector/write/build-batch.js';
import type { AnyView } from '#views/define-view.js';
import { tariffs } from '#views/tariffs.js';
import { views } from '#views/registry.js';
import { seedOfRun } from '../support/load/random.js';
import { openLog, type LogDatabase } from '../support/log.js';
import { randomRequests } from './fact-generator.js';
import { clear, fresh, project, record, rows, withNewer } from './projected.js';

const seed = seedOfRun('the random facts');
let log: LogDatabase;
beforeAll(async () => {
  log = await openLog();
  await record(log.pool, randomRequests(seed, 400));
});

describe('projecting', () => {
  let expected: unknown[];
  beforeAll(async () => {
    expected = await fresh(log.pool, 1, false);
  });

  it('writes rows for every view that the facts are about', () => {
    expect((expected[0] as unknown[]).length).toBeGreaterThan(200);
  });

  it.each([1, 7, 1000])(
    'leaves the same rows in batches of %i as in batches of 1, each read back from the database',
    async (size) => {
      expect(await fresh(log.pool, size)).toEqual(expected);
    },
  );

  it('takes turns: two projectors at once leave the same rows', async () => {
    await clear(log.pool);
    await withClient(log.pool, (client) => registerViews(client, views));
    const one = async (): Promise<void> =>
      withClient(log.pool, async (client) => {
        const cache = new HistoryCache();
        for (;;) {
          const outcome = await projectBatch(client, views, 11, cache);
          if (outcome.kind === 'idle') return;
        }
      });
    await Promise.all([one(), one(), one()]);
    expect(await rows(log.pool)).toEqual(expected);
  });

  it.each([true, false])(
    'builds a view of a higher version to the same rows while the old one serves, and replaces it (cache: %s)',
    async (isCached) => {
      await fresh(log.pool, 50);
      const newer = withNewer('tariffs');
      await withClient(log.pool, async (client) => {
        await registerViews(client, newer);
        const steps = [];
        const cache = isCached ? new HistoryCache() : undefined;
        const next = () => buildBatch(client, newer, 13, cache);
        for (let step = await next(); step.kind !== 'idle'; step = await next()) steps.push(step.kind);
        expect(steps.filter((kind) => kind === 'built').length).toBeGreaterThan(5);
        expect(steps.at(-1)).toBe('swapped');
      });
      expect(await readProjections(log.pool)).toContainEqual(
        expect.objectContaining({ view: 'tariffs', version: tariffs.version + 1, status: 'active' }),
      );
      expect(await rows(log.pool)).toEqual(expected);
    },
  );

  it('does not project where the database holds views of another version', async () => {
    await fresh(log.pool, 50);
    await withClient(log.pool, (client) => registerViews(client, views));
    await log.pool.query(`update projection set version = 9 where view = 'talks'`);
    await log.pool.query('update checkpoint set position = 0');
    expect(await withClient(log.pool, (client) => projectBatch(client, views, 10))).toEqual({
      kind: 'foreign',
      views: ['talks 9'],
    });
  });

  it('halts a view whose code throws, at the request where it threw, and the others go on', async () => {
    const rowsOf = (expected[0] as { view: string; brings: boolean; position: string; known_from: string }[]).filter(
      ({ view, brings }) => view === 'talks' && brings,
    );
    const ends = await requestEnds();
    const foldedAtOnce = rowsOf.filter((row) => ends.get(row.position) === row.known_from).map((row) => row.position);
    await clear(log.pool);
    // A fact that is folded as soon as it is known: it is no claim, and no other fact wins over it.
    const { rows: facts } = await log.pool.query<{ position: string; request_end: string }>(
      `select e.position, e.request_end from event e where e.position = any($1) order by e.position offset 3 limit 1`,
      [foldedAtOnce],
    );
    const at = Number(facts[0]?.position);
    const failing = views.map((view) => (view.name === 'talks' ? breaking(view, at) : view));
    await withClient(log.pool, (client) => registerViews(client, failing));
    await project(log.pool, 50, failing);
    const talks = (await readProjections(log.pool)).find((one) => one.view === 'talks');
    expect(talks).toMatchObject({
      status: 'halted',
      error: { message: 'broken on purpose', position: Number(facts[0]?.request_end), subject: 'the-talks' },
    });
    expect(talks?.position).toBeLessThan(at);

    const of = (all: unknown[], view: string) =>
      (all[0] as { view: string; known_from: string; known_to: string }[]).filter((row) => row.view === view);
    const halted = await rows(log.pool);
    for (const { name } of views.filter((view) => view.name !== 'talks'))
      expect(of(halted, name)).toEqual(of(expected, name));
    const until = talks?.position ?? 0;
    const before = of(expected, 'talks').filter((row) => Number(row.known_from) <= until);
    const open = '9223372036854775807';
    expect(of(halted, 'talks')).toEqual(
      before.map((row) => (BigInt(row.known_to) > BigInt(until) ? { ...row, known_to: open } : row)),
    );
  });
});

/** The end of the request of each event. */
async function requestEnds(): Promise<Map<string, string>> {
  const { rows } = await log.pool.query<{ position: string; request_end: string }>(
    'select position, request_end from event',
  );
  return new Map(rows.map((row) => [row.position, row.request_end]));
}

/** A view that throws when it folds the fact at a position. */
function breaking(view: AnyView, position: number): AnyView {
  const on = Object.fromEntries(
    Object.entries(view.on as Record<string, { fold: (before: unknown, fact: { position: number }) => unknown }>).map(
      ([type, one]) => [
        type,
        {
          ...one,
          fold: (before: unknown, fact: { position: number }) => {
            if (fact.position === position) throw new Error('broken on purpose');
            return one.fold(before, fact);
          },
        },
      ],
    ),
  );
  return { ...view, on };
}
