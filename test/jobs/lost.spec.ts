import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '../support/database.js';
import { until } from '../support/until.js';
import { backends, Desk } from './desk.js';
import { fact, open, record, storiesNamed } from './facts.js';

describe.each(backends)('what is lost on %s', (backend) => {
  it('the queues are emptied while jobs wait and are done: all is made from the tables alone', async () => {
    const desk = await Desk.on(backend, await createTestDatabase());
    const server = await desk.start('api,projector,worker');
    await desk.watch();
    const stories = storiesNamed(20);
    await open(server, stories);
    await desk.untilFresh();
    const hold = await desk.hold();
    await record(
      server,
      stories.map((story) => fact(story, 'lost')),
    );
    await until('summaries are held in mid-job', async () => (await hold.waiting()) >= 3);
    await sleep(300);
    await desk.emptyQueues();
    await hold.letGo();
    await desk.untilFresh();
    expect(await desk.wentBack()).toEqual([]);
  }, 60_000);

  it('time passes over summaries, a view is built anew: all are made again', async () => {
    const desk = await Desk.on(backend, await createTestDatabase());
    const server = await desk.start('api,projector,worker');
    await desk.watch();
    const stories = storiesNamed(10);
    await open(server, stories);
    await desk.untilFresh();
    const made = async (): Promise<number> => Math.min(...(await desk.rows()).map(({ made_at }) => made_at));

    const before = await made();
    await desk.sql('update summary set fresh_until = made_at');
    await until('all are made again', async () => (await made()) > before);
    await desk.untilFresh();

    const made_with = Math.max(...(await desk.rows()).map((row) => row.made_with));
    expect((await server.request('POST', '/v1/admin/projections/talks/rebuild')).status).toBe(202);
    await until('all are made with what serves now', async () =>
      (await desk.rows()).every((row) => row.made_with > made_with),
    );
  }, 60_000);

  it('a touched story comes before all that the sweep has found', async () => {
    const desk = await Desk.on(backend, await createTestDatabase());
    const server = await desk.start('api,projector,worker');
    await desk.watch();
    const stories = storiesNamed(40);
    await open(server, stories);
    await desk.untilFresh();
    const hold = await desk.hold();
    await desk.sql('update summary set fresh_until = made_at');
    await until('the sweep has queued them', async () => {
      const { items } = (await server.get('/v1/admin/queues')).body as { items: { queue: string; waiting: number }[] };
      return items.some(({ queue, waiting }) => queue === 'briefs' && waiting > 30);
    });
    const last = (await desk.unheld()).at(-1) ?? '';
    const position = await record(server, fact(last, 'touched'));
    await until('it is noted', async () => (await desk.rows()).some(({ touched }) => touched === position));
    await sleep(200);
    await hold.letGo();
    await desk.untilFresh();
    const briefs = (await desk.rows()).filter(({ kind }) => kind === 'brief').sort((a, b) => a.made_at - b.made_at);
    expect(briefs.findIndex(({ story }) => story === last)).toBeLessThan(12);
  }, 60_000);
});
