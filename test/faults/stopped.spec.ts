import { expect, it } from '@jest/globals';
import { Agent, request } from 'node:http';
import { openStory, tariff } from '../http/recording.js';
import { createTestDatabase } from '../support/database.js';
import { asOwner } from '../support/log.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from '../support/until.js';

/** Records one fact on a connection that may have been used before. @returns the status; `null`: there was no answer */
function record(server: TestServer, agent: Agent, day: number): Promise<number | null> {
  const body = JSON.stringify(tariff('stopped', `2025-01-${String((day % 28) + 1).padStart(2, '0')}`, day % 100));
  const headers = {
    authorization: `Bearer ${server.adminKey}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve) => {
    const outgoing = request(`${server.url}/v1/events`, { method: 'POST', headers, agent }, (incoming) => {
      incoming
        .resume()
        .on('end', () => resolve(incoming.statusCode ?? null))
        .on('error', () => resolve(null));
    });
    outgoing.on('error', () => resolve(null)).end(body);
  });
}

it.each([
  ['that keep their connections', true],
  ['that open one for each request', false],
])(
  'SIGTERM under 32 writers %s loses no answer: all stored events were acknowledged, and the server exits with 0',
  async (_who, keepAlive) => {
    const database = await createTestDatabase();
    const server = await startServer({}, { databaseUrl: database.url, ownerUrl: database.ownerUrl });
    await openStory(server, 'stopped');
    let stopping = false;
    const statuses: number[] = [];
    const writers = Array.from({ length: 32 }, async (_, i) => {
      const agent = new Agent({ keepAlive, maxSockets: 1 });
      for (let n = 0; ; n++) {
        const status = await record(server, agent, i + n);
        if (status !== null) statuses.push(status);
        else if (stopping) break;
        else throw new Error('an answer was lost before the end');
      }
      agent.destroy();
    });
    await until('a hundred events are recorded', () => statuses.length > 100, 30_000);
    stopping = true;
    const began = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    await Promise.all(writers);

    const stored = await asOwner(
      database.ownerUrl,
      async (owner) =>
        (await owner.query<{ n: number }>(`select count(*)::int as n from event where type = 'TariffChanged'`)).rows[0]
          ?.n,
    );
    expect(statuses.length).toBeGreaterThan(100);
    expect(new Set(statuses)).toEqual(new Set([201]));
    expect(stored).toBe(statuses.length);
  },
  60_000,
);
