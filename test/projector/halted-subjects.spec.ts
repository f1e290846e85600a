import { beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { withClient } from '#platform/database/with-client.js';
import { buildBatch } from '#projector/write/build-batch.js';
import { projectBatch } from '#projector/write/project-batch.js';
import { registerViews } from '#projector/store/projections.js';
import { retrySubject, type RetryOutcome } from '#projector/write/retry-subject.js';
import { HistoryCache } from '#projector/write/history-cache.js';
import { views } from '#views/registry.js';
import { seedOfRun } from '../support/load/random.js';
import { openLog, type LogDatabase } from '../support/log.js';
import { randomRequests } from './happenings.js';
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

const seed = seedOfRun('subjects that are set aside');
let log: LogDatabase;
let all: unknown[];
let tight: unknown[];
let aside: Awaited<ReturnType<typeof halts>>;

beforeAll(async () => {
  log = await openLog();
  await record(log.pool, randomRequests(seed, 400));
  all = await fresh(log.pool, 50);
  expect(await halts(log.pool)).toEqual([]);
  tight = await fresh(log.pool, 1, false, TIGHT);
  aside = await halts(log.pool);
}, 120_000);

const versions = (of: unknown[]): RowOfSubject[] => of[0] as RowOfSubject[];
const nameOf = ({ view, subject }: { view: string; subject: string }): string => `${view} ${subject}`;

/** What is left of some rows where a subject takes in nothing from a position on. */
function until(of: readonly RowOfSubject[], position: number): RowOfSubject[] {
  const before = of.filter((row) => Number(row.known_from) < position);
  return before.map((row) => (BigInt(row.known_to) >= BigInt(position) ? { ...row, known_to: OPEN } : row));
}

/** Ends a connection, as kill -9 does, while work on it is under way. */
async function endedMidway(work: (client: pg.PoolClient) => Promise<unknown>): Promise<void> {
  const client = await log.pool.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const underWay = work(client).catch(() => undefined);
  await log.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await underWay;
  client.release(true);
}

/** Tries all again that are set aside, to the end. */
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

describe('a subject for which a request would make too much work', () => {
  it('is set aside alone: its rows stay as they were, all others are as without it, and so is what it is made of', () => {
    expect(aside.length).toBeGreaterThan(0);
    const halted = new Map(aside.map((one) => [nameOf(one), one.position]));
    const ofName = (some: unknown, name: string) => (some as RowOfSubject[]).filter((row) => nameOf(row) === name);
    const names = new Set(versions(all).map(nameOf));
    expect(names.size).toBeGreaterThan(halted.size);
    for (const name of names) {
      const position = halted.get(name);
      // Rows, and the records of disputes that they list.
      for (const kind of [0, 2]) {
        const complete = ofName(all[kind], name);
        expect(ofName(tight[kind], name)).toEqual(position === undefined ? complete : until(complete, position));
      }
    }
    for (const kind of [1, 3]) expect(tight[kind]).toEqual(all[kind]);
    for (const { reason } of aside)
      expect(reason).toMatch(/^a request would (fold|begin) \d+ .*, more than the 24 that one request may$/);
  });

  it.each([
    { size: 1, kept: true },
    { size: 7, kept: true },
    { size: 1000, kept: true },
    { size: 40, kept: false },
  ])('is the same one, from the same position on, in batches of $size (tails kept: $kept)', async ({ size, kept }) => {
    expect(await fresh(log.pool, size, kept, TIGHT)).toEqual(tight);
    expect(await halts(log.pool)).toEqual(aside);
  });

  it('is so with several servers that take turns, one of which ends in the middle of a batch', async () => {
    await clear(log.pool);
    await withClient(log.pool, (client) => registerViews(client, views));
    const one = (): Promise<void> =>
      withClient(log.pool, async (client) => {
        const cache = new HistoryCache();
        while ((await projectBatch(client, views, 11, cache, TIGHT)).kind !== 'idle');
      });
    const killed = endedMidway((client) => projectBatch(client, views, 400, new HistoryCache(), TIGHT));
    await Promise.all([one(), killed, one()]);
    expect(await rows(log.pool)).toEqual(tight);
    expect(await halts(log.pool)).toEqual(aside);
  });

  it('is set aside in a generation that is built, which serves in the end all the same', async () => {
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
    expect(await halts(log.pool)).toEqual(aside);
  });
});

describe('a retry of a subject that is set aside', () => {
  it.each([1, 7, 1000])('folds what it missed, %i forms at a time, to the rows of one that never was', async (size) => {
    await fresh(log.pool, 50, true, TIGHT);
    const outcomes = await retryAll(undefined, size);
    expect(outcomes.filter(({ kind }) => kind === 'restored').length).toBe(aside.length);
    expect(await halts(log.pool)).toEqual([]);
    expect(await rows(log.pool)).toEqual(all);
  });

  it('leaves it where it was while that is too much still', async () => {
    await fresh(log.pool, 50, true, TIGHT);
    const outcomes = await retryAll(TIGHT);
    expect(outcomes.map(({ kind }) => kind)).toEqual(aside.map(() => 'refused'));
    expect(await rows(log.pool)).toEqual(tight);
    expect(await halts(log.pool)).toEqual(aside);
  });

  it('comes as far as it can, and says from where on it cannot', async () => {
    await fresh(log.pool, 50, true, TIGHT);
    await retryAll(2 * TIGHT);
    const still = await halts(log.pool);
    expect(await rows(log.pool)).toEqual(await fresh(log.pool, 50, true, 2 * TIGHT));
    expect(await halts(log.pool)).toEqual(still);
  });

  it('goes on from where it was ended in the middle, while others are projected', async () => {
    await clear(log.pool);
    await withClient(log.pool, (client) => registerViews(client, views));
    await withClient(log.pool, async (client) => {
      const cache = new HistoryCache();
      while (
        (await projectBatch(client, views, 9, cache, TIGHT)).kind === 'moved' &&
        (await halts(log.pool)).length === 0
      );
      // From here on subjects are set aside, tried again with no limit, ended in the middle, and events go on coming.
      for (;;) {
        const moved = await projectBatch(client, views, 9, cache, TIGHT);
        await log.pool.query('update halted_subject set retry = true');
        await endedMidway((other) => retrySubject(other, views, 2));
        await withClient(log.pool, (other) => retrySubject(other, views, 2));
        if (moved.kind === 'idle') break;
      }
    });
    await retryAll(undefined, 3);
    expect(await halts(log.pool)).toEqual([]);
    expect(await rows(log.pool)).toEqual(all);
  });
});
