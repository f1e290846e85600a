import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '../support/database.js';
import { until } from '../support/until.js';
import { backends, SummaryProbe } from './summary-probe.js';
import { fact, open, record, storyNames } from './facts.js';

describe.each(backends)('with queues on %s', (backend) => {
  it('all summaries are built by the tables alone, if the queues are emptied while jobs wait and run', async () => {
    const probe = await SummaryProbe.on(backend, await createTestDatabase());
    const server = await probe.start('api,projector,worker');
    await probe.watch();
    const stories = storyNames(20);
    await open(server, stories);
    await probe.untilFresh();
    const hold = await probe.hold();
    await record(
      server,
      stories.map((story) => fact(story, 'lost')),
    );
    await until('jobs are held', async () => (await hold.count()) >= 3);
    await sleep(300);
    await probe.emptyQueues();
    await hold.release();
    await probe.untilFresh();
    expect(await probe.regressions()).toEqual([]);
  }, 60_000);

  it('all summaries are rebuilt when they expire, and when a view is rebuilt', async () => {
    const probe = await SummaryProbe.on(backend, await createTestDatabase());
    const server = await probe.start('api,projector,worker');
    await probe.watch();
    const stories = storyNames(10);
    await open(server, stories);
    await probe.untilFresh();
    const made = async (): Promise<number> => Math.min(...(await probe.rows()).map(({ made_at }) => made_at));

    const before = await made();
    await probe.sql('update summary set fresh_until = made_at');
    await until('all are rebuilt', async () => (await made()) > before);
    await probe.untilFresh();

    const made_with = Math.max(...(await probe.rows()).map((row) => row.made_with));
    expect((await server.request('POST', '/v1/admin/projections/talks/rebuild')).status).toBe(202);
    await until('all are rebuilt with the active generation', async () =>
      (await probe.rows()).every((row) => row.made_with > made_with),
    );
  }, 60_000);

  it('a touched story comes before the stories that the sweep found', async () => {
    const probe = await SummaryProbe.on(backend, await createTestDatabase());
    const server = await probe.start('api,projector,worker');
    await probe.watch();
    const stories = storyNames(40);
    await open(server, stories);
    await probe.untilFresh();
    const hold = await probe.hold();
    await probe.sql('update summary set fresh_until = made_at');
    await until('the sweep has queued them', async () => {
      const { items } = (await server.get('/v1/admin/queues')).body as { items: { queue: string; waiting: number }[] };
      return items.some(({ queue, waiting }) => queue === 'briefs' && waiting > 30);
    });
    const last = (await probe.unlockedStories()).at(-1) ?? '';
    const position = await record(server, fact(last, 'touched'));
    await until('it is marked', async () => (await probe.rows()).some(({ touched }) => touched === position));
    await sleep(200);
    await hold.release();
    await probe.untilFresh();
    const briefs = (await probe.rows()).filter(({ kind }) => kind === 'brief').sort((a, b) => a.made_at - b.made_at);
    expect(briefs.findIndex(({ story }) => story === last)).toBeLessThan(12);
  }, 60_000);
});
