import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '../support/database.js';
import { until } from '../support/until.js';
import { backends, briefsBuilt, SummaryProbe } from './summary-probe.js';
import { fact, open, record } from './facts.js';

describe.each(backends)('the brief of a story, with queues on %s', (backend) => {
  it('is built a few times in a burst of 1,000 facts, and in the end includes the last fact', async () => {
    const probe = await SummaryProbe.on(backend, await createTestDatabase());
    const server = await probe.start('api,projector,worker');
    await probe.watch();
    await open(server, ['one']);
    await probe.untilFresh();
    const before = briefsBuilt(server, 'one');

    const began = performance.now();
    let last = 0;
    for (let n = 0; n < 100; n += 1) {
      const facts = Array.from({ length: 10 }, (_, i) => fact('one', `${n}-${i}`));
      last = Math.max(last, await record(server, facts));
      await sleep(Math.max(0, n * 45 - (performance.now() - began)));
    }
    const seconds = (performance.now() - began) / 1_000;
    await until(
      'the brief includes the last fact',
      async () => (await probe.rows()).every(({ made_from }) => made_from >= last),
      10_000,
    );
    const runs = briefsBuilt(server, 'one') - before;
    // Once at the start, once a second, and once at the end.
    expect(runs).toBeGreaterThanOrEqual(2);
    expect(runs).toBeLessThanOrEqual(seconds <= 5 ? 8 : Math.ceil(seconds) + 2);
    await probe.untilFresh();
    expect(await probe.regressions()).toEqual([]);
  }, 60_000);
});
