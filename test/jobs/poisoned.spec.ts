import { describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '../support/database.js';
import { until } from '../support/until.js';
import { backends, SummaryProbe } from './summary-probe.js';
import { fact, open, record, storyNames } from './facts.js';

interface QueuesReport {
  items: { queue: string; failed: number }[];
  deadLetters: { id: string; queue: string; story: string; error: string; attempts: number; failedAt: string }[];
  summaries: { kind: string; stale: number; failed: number }[];
}

describe.each(backends)('a job that always throws, on %s', (backend) => {
  it('is given up and kept while the others go on, and succeeds once its cause is removed', async () => {
    const probe = await SummaryProbe.on(backend, await createTestDatabase());
    const server = await probe.start('api,projector,worker');
    await probe.watch();
    const stories = storyNames(4);
    await open(server, stories);
    await probe.untilFresh();
    const report = async (): Promise<QueuesReport> => (await server.get('/v1/admin/queues')).body as QueuesReport;
    expect(await report()).toMatchObject({ here: true, deadLetters: [], summaries: [] });

    // An item that no view writes, and that no brief can read.
    const [kept] = await probe.sql<{ item: object }>(`select item from view_version where subject = 'story-1'`);
    await probe.sql(`update view_version set item = '"broken"' where subject = 'story-1'`);
    await record(
      server,
      stories.map((story) => fact(story, 'one')),
    );
    // First the queue keeps the job, then the failure is written to the summary.
    const isRecorded = ({ summaries }: QueuesReport): boolean =>
      summaries.length === 2 && summaries.every(({ failed }) => failed === 1);
    const isGivenUp = async (): Promise<boolean> => {
      const one = await report();
      return one.deadLetters.length === 2 && isRecorded(one);
    };
    await until('it is given up', isGivenUp, 30_000);
    const { items, deadLetters, summaries } = await report();
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
    const others = (await probe.rows()).filter(({ story }) => story !== 'story-1');
    expect(others.every(({ made_from, last }) => made_from >= last)).toBe(true);

    await probe.sql(`update view_version set item = $1 where subject = 'story-1'`, [JSON.stringify(kept?.item)]);
    await record(server, fact('story-1', 'two'));
    await probe.untilFresh();
    expect((await report()).deadLetters).toHaveLength(2);
    expect(await probe.regressions()).toEqual([]);
  }, 90_000);
});
