import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Appender } from '#log/append/appender.js';
import type { NewEvent } from '#log/append/append-request.js';
import { registerViews } from '#projector/store/generations.js';
import { projectBatch } from '#projector/write/project-batch.js';
import { HistoryCache } from '#projector/write/history-cache.js';
import { readBoard } from '#reader/board/read-board.js';
import type { Clocks } from '#reader/clocks/clocks.js';
import { replayStory } from '#reader/replay/replay-story.js';
import { views } from '#views/registry.js';
import { newEvent, opened, openLog, type LogDatabase } from '../support/log.js';

const FACTS = 12_000;
const MEGABYTE = 2 ** 20;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const day = (n: number): string => new Date(Date.UTC(2005, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

/**
 * Rates of 30 tariffs and the sessions of one series of talks over twenty years. Some facts are recorded late, some are
 * corrected.
 */
function longStory(): NewEvent[] {
  const source = { url: 'https://example.org/1', publisher: 'Gazette' };
  const facts: NewEvent[] = [];
  for (let n = 0; n < FACTS; n += 1) {
    const today = Math.floor((n * 7_300) / FACTS);
    const occurredAt = day(n % 50 === 7 ? Math.max(0, today - 90) : today);
    const before = facts[n - 3];
    if (n % 60 === 5 && before?.type === 'TariffChanged') {
      const about = { factId: before.id, factType: before.type };
      facts.push(
        newEvent(
          'EventCorrected',
          { story: 'long', data: { target: before.id, occurredAt: day(today), reason: 'a slip' } },
          about,
        ),
      );
    } else if (n % 10 === 0) {
      facts.push(
        newEvent('TalksSessionHeld', {
          story: 'long',
          occurredAt,
          data: { talks: 'the-talks', round: 1 + n / 10 },
          source,
        }),
      );
    } else {
      const data = { imposedBy: 'USA', appliesTo: 'CHN', measure: `m${n % 30}`, ratePercent: n % 97 };
      facts.push(newEvent('TariffChanged', { story: 'long', occurredAt, data, source }));
    }
  }
  return facts;
}

let log: LogDatabase;
let clocks: Clocks;

beforeAll(async () => {
  log = await openLog();
  const appender = new Appender(log.pool);
  const append = async (events: NewEvent[]): Promise<number> => {
    const answer = await appender.append({ events, recordedBy: 'test' });
    if (!answer.ok) throw new Error(answer.code);
    return answer.position;
  };
  let position = await append([opened('long')]);
  const events = longStory();
  for (let i = 0; i < events.length; i += 500) position = await append(events.slice(i, i + 500));
  const client = await log.pool.connect();
  await registerViews(client, views);
  const cache = new HistoryCache();
  while ((await projectBatch(client, views, 500, cache)).kind === 'moved');
  client.release();
  clocks = {
    asOf: Infinity,
    reportedAsOf: Infinity,
    position,
    instant: Date.now() * 1000,
    recordedAsOf: `@${position}`,
  };
}, 120_000);

describe.each(['world', 'press', 'record'] as const)(
  'a replay of %s order of a story of many thousand facts',
  (order) => {
    it('runs to its end in memory that does not grow with the frames', async () => {
      collect();
      const before = process.memoryUsage().heapUsed;
      let [frames, characters, grown, last] = [0, 0, 0, {}];
      for await (const frame of replayStory(log.pool, views, 'long', clocks, order)) {
        last = frame;
        characters += JSON.stringify(frame).length;
        frames += 1;
        if (frames % 1_000 !== 0) continue;
        collect();
        grown = Math.max(grown, process.memoryUsage().heapUsed - before);
      }
      const megabytes = (grown / MEGABYTE).toFixed(1);
      process.stdout.write(
        `${order}: ${frames} frames, ${characters} characters, the heap grew by ${megabytes} MB at most\n`,
      );
      expect(frames).toBeGreaterThan(0.95 * FACTS);
      expect(grown).toBeLessThan(24 * MEGABYTE);
      expect(JSON.stringify(last)).toBe(JSON.stringify({ board: await readBoard(log.pool, views, 'long', clocks) }));
    }, 120_000);

    it('reads on only as far as frames are taken, and not after it is left', async () => {
      let queries = 0;
      const pool = Object.assign(Object.create(log.pool) as Pool, {
        query: (...given: Parameters<Pool['query']>) => {
          queries += 1;
          return log.pool.query(...given);
        },
      });
      const replay = replayStory(pool, views, 'long', clocks, order);
      await replay.next();
      const forOne = queries;
      for (let n = 0; n < 100; n += 1) await replay.next();
      const forHundred = queries;
      await sleep(200);
      expect(queries).toBe(forHundred);
      expect(forHundred - forOne).toBeLessThan(20);
      await replay.return(undefined);
      await sleep(200);
      expect(queries).toBe(forHundred);
    }, 60_000);
  },
);
