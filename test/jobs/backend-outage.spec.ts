import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOwnPostgres } from '../support/own-postgres.js';
import { until } from '../support/until.js';
import { backends, SummaryProbe } from './summary-probe.js';
import { fact, open, record, storyNames } from './facts.js';

describe.each(backends)('PostgreSQL, with the queues on %s', (backend) => {
  it('is restarted under load: all summaries are built once it is back', async () => {
    const postgres = await startOwnPostgres();
    const probe = await SummaryProbe.on(backend, postgres);
    const server = await probe.start('api,projector,worker');
    await probe.watch();
    const stories = storyNames(6);
    await open(server, stories);
    await probe.untilFresh();
    await record(
      server,
      stories.map((story) => fact(story, 'before')),
    );
    await postgres.stop();
    await sleep(2_000);
    await postgres.start();
    await until(
      'facts are accepted again',
      async () => (await server.post('/v1/events', fact('story-0', 'after'))).status === 201,
    );
    await probe.untilFresh();
    expect(await probe.regressions()).toEqual([]);
  }, 90_000);
});
