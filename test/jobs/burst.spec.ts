import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '../support/database.js';
import { until } from '../support/until.js';
import { backends, briefsMade, Desk } from './desk.js';
import { fact, open, record } from './facts.js';

describe.each(backends)('a story on %s', (backend) => {
  it('a burst of 1,000 facts on it costs a few runs, and the last of them has seen the last fact', async () => {
    const desk = await Desk.on(backend, await createTestDatabase());
    const server = await desk.start('api,projector,worker');
    await desk.watch();
    await open(server, ['one']);
    await desk.untilFresh();
    const before = briefsMade(server, 'one');

    const began = performance.now();
    let last = 0;
    for (let n = 0; n < 100; n += 1) {
      const facts = Array.from({ length: 10 }, (_, i) => fact('one', `${n}-${i}`));
      last = Math.max(last, await record(server, facts));
      await sleep(Math.max(0, n * 45 - (performance.now() - began)));
    }
    const seconds = (performance.now() - began) / 1_000;
    await until(
      'the brief has seen the last fact',
      async () => (await desk.rows()).every(({ made_from }) => made_from >= last),
      10_000,
    );
    const runs = briefsMade(server, 'one') - before;
    // Once at the beginning, once a second, and once at the end.
    expect(runs).toBeGreaterThanOrEqual(2);
    expect(runs).toBeLessThanOrEqual(seconds <= 5 ? 8 : Math.ceil(seconds) + 2);
    await desk.untilFresh();
    expect(await desk.wentBack()).toEqual([]);
  }, 60_000);
});
