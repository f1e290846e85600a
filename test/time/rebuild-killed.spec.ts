import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { GenerationBody, ProjectionsBody } from '../../apps/server/src/admin/projections.controller.js';
import { bodyOf } from '../http/recording.js';
import { createTestDatabase } from '../support/database.js';
import { Fleet } from '../support/load/fleet.js';
import { FreshProjection } from '../support/load/fresh-projection.js';
import { appendDrafts } from '../support/load/log-of-drafts.js';
import { randomFrom, seedOfRun } from '../support/load/random.js';
import { openPool } from '../support/log.js';
import type { TestServer } from '../support/server.js';
import { until } from '../support/until.js';

type Generation = z.output<typeof GenerationBody>;

const random = randomFrom(seedOfRun('rebuilds that are killed'));
const STORIES = ['first', 'second', 'third'];
const KILLS = process.env['DATELINE_TEST_LONG'] === 'true' ? 5 : 3;

async function generations(server: TestServer): Promise<{ lag: number; tariffs: Generation[] }> {
  const { lag, items } = bodyOf(ProjectionsBody, await server.get('/v1/admin/projections'));
  return { lag, tariffs: items.filter((one) => one.view === 'tariffs') };
}

const beingBuilt = async (server: TestServer): Promise<Generation | undefined> =>
  (await generations(server)).tariffs.find((one) => one.status === 'building');

/** Reads some paths over and over, and keeps each answer that differs from the first one of its path. */
function readAllTheWhile(
  server: TestServer,
  paths: readonly string[],
): { count: number; odd: Set<string>; stop: () => Promise<void> } {
  const first = new Map<string, string>();
  let stopped = false;
  const reading = { count: 0, odd: new Set<string>(), stop: () => ((stopped = true), running) };
  const read = async (): Promise<void> => {
    for (; !stopped; await sleep(5)) {
      for (const path of paths) {
        const { status, text } = await server.get(path);
        reading.count += 1;
        if (status !== 200 || text !== (first.get(path) ?? text))
          reading.odd.add(`${path}: ${status} ${text.slice(0, 200)}`);
        if (!first.has(path)) first.set(path, text);
      }
    }
  };
  const running = read();
  return reading;
}

describe('a rebuild whose server is killed again and again', () => {
  it('resumes at its position, does not disturb reads, and ends with the rows of a fresh projection', async () => {
    const database = await createTestDatabase();
    const fleet = new Fleet(database);
    let builder = await fleet.start({ DATELINE_ROLES: 'api,projector' });
    const head = await appendDrafts(openPool(database.url, 4), random, STORIES, 5_000);
    const reader = await fleet.start({ DATELINE_ROLES: 'api' });
    await until('the views hold the log', async () => (await generations(reader)).lag === 0, 60_000);
    const before = (await generations(reader)).tariffs;
    const clocks = `asOf=2025-08&recordedAsOf=@${head}`;
    const paths = [...STORIES.map((story) => `/v1/stories/${story}`), '/v1/views/tariffs', '/v1/disputes?view=tariffs'];
    const reading = readAllTheWhile(
      reader,
      paths.map((path) => `${path}${path.includes('?') ? '&' : '?'}${clocks}`),
    );

    const killedAt: number[] = [];
    while (killedAt.length < KILLS) {
      const underWay =
        (await beingBuilt(reader)) ??
        bodyOf(GenerationBody, await builder.post('/v1/admin/projections/tariffs/rebuild', {}), 202);
      // At some position in the first half of what is left. A rebuild that ended before the kill is started again.
      const killAt = underWay.position + random() * (head - underWay.position) * 0.5;
      for (let one = await beingBuilt(reader); one && one.position < killAt; one = await beingBuilt(reader))
        await sleep(random() * 10);
      await fleet.kill(builder);
      const left = await beingBuilt(reader);
      if (left?.id === underWay.id && left.position < head) {
        expect(left.position).toBeGreaterThanOrEqual(underWay.position);
        killedAt.push(left.position);
      }
      builder = await fleet.start({ DATELINE_ROLES: 'api,projector' });
    }
    process.stdout.write(`of ${head} events, killed at ${killedAt.join(', ')}\n`);

    await until('the view is built', async () => (await generations(reader)).tariffs.length === 1, 60_000);
    const [built] = (await generations(reader)).tariffs;
    expect(built).toMatchObject({ status: 'active', version: before[0]?.version, position: head });
    expect(built?.id).toBeGreaterThan(before[0]?.id ?? Infinity);
    await reading.stop();
    expect([...reading.odd]).toEqual([]);
    expect(reading.count).toBeGreaterThan(2 * KILLS * paths.length);
    expect(await new FreshProjection(database.ownerUrl).differences()).toEqual([]);
  }, 180_000);
});
