import { expect, it } from '@jest/globals';
import { startServer } from '../support/server.js';
import { until } from '../support/until.js';
import { StreamClient } from './follower.js';

it('each key may follow as many streams at a time as are configured', async () => {
  const server = await startServer({ DATELINE_MAX_STREAMS: '2' });
  const made = await server.post('/v1/admin/keys', { name: 'rita', role: 'reader' });
  const { key } = made.body as { key: string };
  const follow = (headers?: Record<string, string>) =>
    new StreamClient(server, '/v1/events/stream', () => undefined, headers).opened();
  const first = await follow();
  const second = await follow();
  expect([first.status, second.status]).toEqual([200, 200]);
  const refused = await fetch(`${server.url}/v1/events/stream`, {
    headers: { authorization: `Bearer ${server.adminKey}` },
  });
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({
    code: 'rate-limited',
    detail: 'One key, or one address without a key, may have 2 streams in progress at a time.',
  });
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
  // Other requests are not limited.
  expect((await server.get('/v1/events')).status).toBe(200);
  const others = await follow({ authorization: `Bearer ${key}` });
  expect(others.status).toBe(200);
  first.cut();
  await until('another stream is accepted', async () => {
    const again = await follow();
    const { status } = again;
    again.cut();
    return status === 200;
  });
  second.cut();
  others.cut();
}, 60_000);
