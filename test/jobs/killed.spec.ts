import { describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '../support/database.js';
import { until } from '../support/until.js';
import { backends, Desk, KINDS } from './desk.js';
import { fact, keepPosting, open, record, storiesNamed } from './facts.js';

describe.each(backends)('workers on %s', (backend) => {
  it('one is killed in mid-job: another one makes what it was making', async () => {
    const desk = await Desk.on(backend, await createTestDatabase());
    const api = await desk.start('api,projector');
    await desk.watch();
    let worker = await desk.start('worker');
    const stories = storiesNamed(6);
    await open(api, stories);
    await desk.untilFresh();

    const hold = await desk.hold();
    await record(
      api,
      stories.map((story) => fact(story, 'held')),
    );
    await until('summaries are held in mid-job', async () => (await hold.waiting()) >= 3);
    await worker.kill();
    await hold.loseWaiting();
    await hold.letGo();
    expect(await desk.fresh()).toBe(false);
    worker = await desk.start('worker');
    await desk.untilFresh();
    expect(await desk.wentBack()).toEqual([]);
    expect(await worker.stop()).toBe(0);
  }, 90_000);

  it('two share the work under load, while one of them is killed over and over', async () => {
    const desk = await Desk.on(backend, await createTestDatabase());
    const api = await desk.start('api,projector');
    await desk.watch();
    const stays = await desk.start('worker');
    const stories = storiesNamed(12);
    await open(api, stories);
    const posting = keepPosting(api, stories, 4);
    let both = false;
    for (let kills = 0; kills < 3; kills += 1) {
      const killed = await desk.start('worker');
      await until('both have made summaries', () => killed.log().includes('a summary was made'));
      both ||= stays.log().includes('a summary was made');
      await killed.kill();
    }
    await posting.stop();
    await desk.untilFresh();
    expect(both).toBe(true);
    expect(posting.accepted()).toBeGreaterThan(50);
    expect(await desk.wentBack()).toEqual([]);
    // Each request touched one story once: none was passed over, and none counted twice.
    const counted = (await desk.rows())
      .filter(({ kind }) => kind === 'brief')
      .reduce((sum, { touches }) => sum + touches, 0);
    expect(counted).toBe(posting.accepted() + stories.length);
  }, 90_000);

  it('one that is told to stop ends the job that it is at', async () => {
    const desk = await Desk.on(backend, await createTestDatabase());
    const server = await desk.start('api,projector,worker');
    await desk.watch();
    await open(server, ['one']);
    await desk.untilFresh();
    const hold = await desk.hold();
    const position = await record(server, fact('one', 'last'));
    await until('its brief is held in mid-job', async () => (await hold.waiting()) === KINDS);
    const stopped = server.stop();
    await until('it is stopping', () => server.log().includes('stopping'));
    await hold.letGo();
    expect(await stopped).toBe(0);
    expect(server.log()).toContain('"inTime":true');
    expect((await desk.rows()).map(({ made_from }) => made_from)).toEqual(
      Array.from({ length: KINDS }, () => position),
    );
  }, 60_000);
});
