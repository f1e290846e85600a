import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { startOwnPostgres } from '../support/own-postgres.js';
import { until } from '../support/until.js';
import { backends, Desk } from './desk.js';
import { fact, open, record, storiesNamed } from './facts.js';

describe.each(backends)('PostgreSQL, with the queues on %s', (backend) => {
  it('is restarted under load: all is told once it is back', async () => {
    const postgres = await startOwnPostgres();
    const desk = await Desk.on(backend, postgres);
    const server = await desk.start('api,projector,worker');
    await desk.watch();
    const stories = storiesNamed(6);
    await open(server, stories);
    await desk.untilFresh();
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
    await desk.untilFresh();
    expect(await desk.wentBack()).toEqual([]);
  }, 90_000);
});
