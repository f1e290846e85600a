import { describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '../support/database.js';
import { until } from '../support/until.js';
import { backends, SummaryProbe, KINDS } from './summary-probe.js';
import { fact, keepPosting, open, record, storyNames } from './facts.js';

describe.each(backends)('workers on %s', (backend) => {
  it('one is killed during a job: another one does the job', async () => {
    const probe = await SummaryProbe.on(backend, await createTestDatabase());
    const api = await probe.start('api,projector');
    await probe.watch();
    let worker = await probe.start('worker');
    const stories = storyNames(6);
    await open(api, stories);
    await probe.untilFresh();

    const hold = await probe.hold();
    await record(
      api,
      stories.map((story) => fact(story, 'held')),
    );
    await until('jobs are held', async () => (await hold.count()) >= 3);
    await worker.kill();
    await hold.cutConnections();
    await hold.release();
    expect(await probe.isFresh()).toBe(false);
    worker = await probe.start('worker');
    await probe.untilFresh();
    expect(await probe.regressions()).toEqual([]);
    expect(await worker.stop()).toBe(0);
  }, 90_000);

  it('two share the work under load, while one of them is killed again and again', async () => {
    const probe = await SummaryProbe.on(backend, await createTestDatabase());
    const api = await probe.start('api,projector');
    await probe.watch();
    const stays = await probe.start('worker');
    const stories = storyNames(12);
    await open(api, stories);
    const posting = keepPosting(api, stories, 4);
    let both = false;
    for (let kills = 0; kills < 3; kills += 1) {
      const killed = await probe.start('worker');
      await until('both have built summaries', () => killed.log().includes('a summary was built'));
      both ||= stays.log().includes('a summary was built');
      await killed.kill();
    }
    await posting.stop();
    await probe.untilFresh();
    expect(both).toBe(true);
    expect(posting.accepted()).toBeGreaterThan(50);
    expect(await probe.regressions()).toEqual([]);
    // Each request touched one story once: none was skipped, and none was counted twice.
    const counted = (await probe.rows())
      .filter(({ kind }) => kind === 'brief')
      .reduce((sum, { touches }) => sum + touches, 0);
    expect(counted).toBe(posting.accepted() + stories.length);
  }, 90_000);

  it('one that is stopped finishes its job', async () => {
    const probe = await SummaryProbe.on(backend, await createTestDatabase());
    const server = await probe.start('api,projector,worker');
    await probe.watch();
    await open(server, ['one']);
    await probe.untilFresh();
    const hold = await probe.hold();
    const position = await record(server, fact('one', 'last'));
    await until('its jobs are held', async () => (await hold.count()) === KINDS);
    const stopped = server.stop();
    await until('it is stopping', () => server.log().includes('stopping'));
    await hold.release();
    expect(await stopped).toBe(0);
    expect(server.log()).toContain('"inTime":true');
    expect((await probe.rows()).map(({ made_from }) => made_from)).toEqual(
      Array.from({ length: KINDS }, () => position),
    );
  }, 60_000);
});
