import { describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '../support/database.js';
import { until } from '../support/until.js';
import { backends, Desk } from './desk.js';
import { fact, open, record, storiesNamed } from './facts.js';

interface Told {
  items: { queue: string; failed: number }[];
  deadLetters: { id: string; queue: string; story: string; error: string; attempts: number; failedAt: string }[];
  summaries: { kind: string; stale: number; failed: number }[];
}

describe.each(backends)('a job that always throws, on %s', (backend) => {
  it('is given up and kept, the others go on, and it is done once what was wrong is mended', async () => {
    const desk = await Desk.on(backend, await createTestDatabase());
    const server = await desk.start('api,projector,worker');
    await desk.watch();
    const stories = storiesNamed(4);
    await open(server, stories);
    await desk.untilFresh();
    const told = async (): Promise<Told> => (await server.get('/v1/admin/queues')).body as Told;
    expect(await told()).toMatchObject({ here: true, deadLetters: [], summaries: [] });

    // What no view writes, and no brief can read.
    const [kept] = await desk.sql<{ item: object }>(`select item from view_version where subject = 'story-1'`);
    await desk.sql(`update view_version set item = '"broken"' where subject = 'story-1'`);
    await record(
      server,
      stories.map((story) => fact(story, 'one')),
    );
    // Kept by the queue first, and noted with the summary right after.
    const noted = ({ summaries }: Told): boolean =>
      summaries.length === 2 && summaries.every(({ failed }) => failed === 1);
    await until('it is given up', () => told().then((one) => one.deadLetters.length === 2 && noted(one)), 30_000);
    const { items, deadLetters, summaries } = await told();
    expect(deadLetters.map(({ queue, story, attempts }) => [queue, story, attempts]).sort()).toEqual([
      ['briefs', 'story-1', 5],
      ['digests', 'story-1', 5],
    ]);
    expect(deadLetters.every(({ id, error, failedAt }) => id !== '' && error !== '' && Date.parse(failedAt) > 0)).toBe(
      true,
    );
    expect(items.find(({ queue }) => queue === 'briefs')).toMatchObject({ failed: 1 });
    expect(summaries.sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
      { kind: 'brief', stale: 1, failed: 1 },
      { kind: 'digests', stale: 1, failed: 1 },
    ]);
    expect((await server.get('/metrics')).text).toContain('dateline_queue_jobs{queue="briefs",state="failed"} 1');
    expect((await server.get('/readyz')).text).toContain('2 given up');
    const others = (await desk.rows()).filter(({ story }) => story !== 'story-1');
    expect(others.every(({ made_from, last }) => made_from >= last)).toBe(true);

    await desk.sql(`update view_version set item = $1 where subject = 'story-1'`, [JSON.stringify(kept?.item)]);
    await record(server, fact('story-1', 'two'));
    await desk.untilFresh();
    expect((await told()).deadLetters).toHaveLength(2);
    expect(await desk.wentBack()).toEqual([]);
  }, 90_000);
});
