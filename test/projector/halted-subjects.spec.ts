import { beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { withClient } from '#platform/database/in-transaction.js';
import { buildBatch } from '#projector/write/build-batch.js';
import { projectBatch } from '#projector/write/project-batch.js';
import { registerViews } from '#projector/store/generations.js';
import { retrySubject, type RetryOutcome } from '#projector/write/retry-subject.js';
import { HistoryCache } from '#projector/write/history-cache.js';
import { views } from '#views/registry.js';
import { seedOfRun } from '../support/load/random.js';
import { openLog, type LogDatabase } from '../support/log.js';
import { randomRequests } from './fact-generator.js';
import { clear, fresh, halts, record, rows, withNewer } from './projected.js';

interface RowOfSubject {
  view: string;
  subject: string;
  known_from: string;
  known_to: string;
}

const OPEN = '9223372036854775807';

/** A budget that some subjects of these facts exceed, and others do not. */
const TIGHT = 24;

const seed = seedOfRun('halted subjects');
let log: LogDatabase;
let all: unknown[];
let tight: unknown[];
let halted: Awaited<ReturnType<typeof halts>>;

beforeAll(async () => {
  log = await openLog();
  await record(log.pool, randomRequests(seed, 400));
  all = await fresh(log.pool, 50);
  expect(await halts(log.pool)).toEqual([]);
  tight = await fresh(log.pool, 1, false, TIGHT);
  halted = await halts(log.pool);
}, 120_000);

const versions = (of: unknown[]): RowOfSubject[] => of[0] as RowOfSubject[];
const nameOf = ({ view, subject }: { view: string; subject: string }): string => `${view} ${subject}`;

/** The rows that a subject would have if it took in nothing from a position on. */
function until(of: readonly RowOfSubject[], position: number): RowOfSubject[] {
  const before = of.filter((row) => Number(row.known_from) < position);
  return before.map((row) => (BigInt(row.known_to) >= BigInt(position) ? { ...row, known_to: OPEN } : row));
}

/** Runs work on a connection, and ends the connection in the middle of it, as kill -9 does. */
async function interrupted(work: (client: pg.PoolClient) => Promise<unknown>): Promise<void> {
  const client = await log.pool.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const running = work(client).catch(() => undefined);
  await log.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await running;
  client.release(true);
}

/** Retries all halted subjects, to the end. */
async function retryAll(budget: number | undefined, size = 7): Promise<RetryOutcome[]> {
  await log.pool.query('update halted_subject set retry = true');
  return withClient(log.pool, async (client) => {
    const outcomes: RetryOutcome[] = [];
    for (;;) {
      const outcome = await retrySubject(client, views, size, undefined, budget);
      if (outcome.kind === 'idle') return outcomes;
      outcomes.push(outcome);
    }
  });
}

describe('a subject for which a request would be too much work', () => {
  it('is halted alone: its rows stay as they were; all other rows, and its facts, are as without the halt', () => {
    expect(halted.length).toBeGreaterThan(0);
    const positions = new Map(halted.map((one) => [nameOf(one), one.position]));
    const ofName = (some: unknown, name: string) => (some as RowOfSubject[]).filter((row) => nameOf(row) === name);
    const names = new Set(versions(all).map(nameOf));
    expect(names.size).toBeGreaterThan(positions.size);
    for (const name of names) {
      const position = positions.get(name);
      // Rows, and the records of disputes that they list.
      for (const kind of [0, 2]) {
        const complete = ofName(all[kind], name);
        expect(ofName(tight[kind], name)).toEqual(position === undefined ? complete : until(complete, position));
      }
    }
    for (const kind of [1, 3]) expect(tight[kind]).toEqual(all[kind]);
    for (const { reason } of halted) expect(reason).toMatch(/^a request would (fold|insert) \d+ .*; the limit is 24$/);
  });

  it.each([
    { size: 1, isCached: true },
    { size: 7, isCached: true },
    { size: 1000, isCached: true },
    { size: 40, isCached: false },
  ])('is the same one, from the same position, in batches of $size (cache: $isCached)', async ({ size, isCached }) => {
    expect(await fresh(log.pool, size, isCached, TIGHT)).toEqual(tight);
    expect(await halts(log.pool)).toEqual(halted);
  });

  it('is the same one with servers that take turns, one of which is killed in the middle of a batch', async () => {
    await clear(log.pool);
    await withClient(log.pool, (client) => registerViews(client, views));
    const one = (): Promise<void> =>
      withClient(log.pool, async (client) => {
        const cache = new HistoryCache();
        while ((await projectBatch(client, views, 11, cache, TIGHT)).kind !== 'idle');
      });
    const killed = interrupted((client) => projectBatch(client, views, 400, new HistoryCache(), TIGHT));
    await Promise.all([one(), killed, one()]);
    expect(await rows(log.pool)).toEqual(tight);
    expect(await halts(log.pool)).toEqual(halted);
  });

  it('is halted in a generation that is built, too, which serves in the end all the same', async () => {
    await fresh(log.pool, 50);
    const newer = views.reduce(
      (some, { name }) =>
        some.map((view) => (view.name === name ? (withNewer(name).find((one) => one.name === name) ?? view) : view)),
      views,
    );
    await withClient(log.pool, async (client) => {
      await registerViews(client, newer);
      const swapped = new Set<string>();
      for (;;) {
        const step = await buildBatch(client, newer, 13, new HistoryCache(), undefined, TIGHT);
        if (step.kind === 'idle') break;
        if (step.kind === 'swapped') swapped.add(step.view);
        expect(step.kind).not.toBe('halted');
      }
      expect([...swapped].sort()).toEqual(views.map(({ name }) => name).sort());
    });
    expect(await rows(log.pool)).toEqual(tight);
    expect(await halts(log.pool)).toEqual(halted);
  });
});

describe('a retry of a halted subject', () => {
  it.each([1, 7, 1000])('folds what it missed, %i states of facts at a time, to the same rows', async (size) => {
    await fresh(log.pool, 50, true, TIGHT);
    const outcomes = await retryAll(undefined, size);
    expect(outcomes.filter(({ kind }) => kind === 'restored').length).toBe(halted.length);
    expect(await halts(log.pool)).toEqual([]);
    expect(await rows(log.pool)).toEqual(all);
  });

  it('leaves it where it was while that is still too much', async () => {
    await fresh(log.pool, 50, true, TIGHT);
    const outcomes = await retryAll(TIGHT);
    expect(outcomes.map(({ kind }) => kind)).toEqual(halted.map(() => 'refused'));
    expect(await rows(log.pool)).toEqual(tight);
    expect(await halts(log.pool)).toEqual(halted);
  });

  it('folds as far as the budget allows, and halts it from there on', async () => {
    await fresh(log.pool, 50, true, TIGHT);
    await retryAll(2 * TIGHT);
    const still = await halts(log.pool);
    expect(await rows(log.pool)).toEqual(await fresh(log.pool, 50, true, 2 * TIGHT));
    expect(await halts(log.pool)).toEqual(still);
  });

  it('goes on from where it was interrupted, while other events are projected', async () => {
    await clear(log.pool);
    await withClient(log.pool, (client) => registerViews(client, views));
    await withClient(log.pool, async (client) => {
      const cache = new HistoryCache();
      while (
        (await projectBatch(client, views, 9, cache, TIGHT)).kind === 'moved' &&
        (await halts(log.pool)).length === 0
      );
      // From here on subjects are halted, retried without a budget and interrupted, while more events are projected.
      for (;;) {
        const moved = await projectBatch(client, views, 9, cache, TIGHT);
        await log.pool.query('update halted_subject set retry = true');
        await interrupted((other) => retrySubject(other, views, 2));
        await withClient(log.pool, (other) => retrySubject(other, views, 2));
        if (moved.kind === 'idle') break;
      }
    });
    await retryAll(undefined, 3);
    expect(await halts(log.pool)).toEqual([]);
    expect(await rows(log.pool)).toEqual(all);
  });
});
