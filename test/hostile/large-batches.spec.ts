import { describe, expect, it } from '@jest/globals';
import { withClient } from '#platform/database/in-transaction.js';
import { buildBatch } from '#projector/write/build-batch.js';
import { projectBatch } from '#projector/write/project-batch.js';
import { registerViews } from '#projector/store/generations.js';
import { readProjections } from '#projector/store/projections.js';
import { HistoryCache } from '#projector/write/history-cache.js';
import { views } from '#views/registry.js';
import { newEvent, openLog, opened } from '../support/log.js';
import { halts, record, rows, withNewer } from '../projector/projected.js';

const SIDES = 8;
/** How much a batch may change here, characters. */
const MAX_TEXT = 100_000;

/**
 * One paper reports the steps of a day. Each of as many other papers reports one of the steps, and values of its own.
 * So each step has another list of candidates against it, and each further value changes nearly all of these lists.
 */
const stepsAndDisputes = (): ReturnType<typeof newEvent>[][] => {
  const fact = (publisher: number, ratePercent: number): ReturnType<typeof newEvent>[] => [
    newEvent('TariffChanged', {
      story: 'story',
      occurredAt: '2025-04-10',
      data: { imposedBy: 'USA', appliesTo: 'CHN', measure: 'all', ratePercent },
      source: { url: `https://example.org/${publisher}`, publisher: `Paper ${publisher}`, publishedAt: '2025-04-11' },
    }),
  ];
  const each = <T>(make: (n: number) => T): T[] => Array.from({ length: SIDES }, (_, n) => make(n));
  return [
    [opened('story')],
    ...each((step) => fact(0, step)),
    ...each((paper) => each((n) => fact(paper + 1, n === 0 ? paper : 1000 + paper * SIDES + n))).flat(),
  ];
};

describe('requests that change much', () => {
  it('are projected and rebuilt in smaller batches, and no subject is halted', async () => {
    const log = await openLog();
    const requests = stepsAndDisputes();
    await record(log.pool, requests);
    const moved: number[] = [];
    await withClient(log.pool, async (client) => {
      await registerViews(client, views);
      const cache = new HistoryCache(MAX_TEXT);
      for (;;) {
        const outcome = await projectBatch(client, views, 1_000, cache);
        if (outcome.kind !== 'moved') break;
        moved.push(outcome.events);
      }
    });
    expect(moved.reduce((all, events) => all + events, 0)).toBe(requests.length);
    expect(moved.length).toBeGreaterThan(2);
    expect(await halts(log.pool)).toEqual([]);

    const before = await rows(log.pool);
    const newer = withNewer('tariffs');
    const built: string[] = [];
    await withClient(log.pool, async (client) => {
      await registerViews(client, newer);
      const cache = new HistoryCache(MAX_TEXT);
      for (let step = await buildBatch(client, newer, 1_000, cache); step.kind !== 'idle';) {
        built.push(step.kind);
        step = await buildBatch(client, newer, 1_000, cache);
      }
    });
    expect(built.filter((kind) => kind === 'built').length).toBeGreaterThan(1);
    expect((await readProjections(log.pool)).every(({ status }) => status !== 'halted')).toBe(true);
    expect(await rows(log.pool)).toEqual(before);
    await log.drop();
  });
});
