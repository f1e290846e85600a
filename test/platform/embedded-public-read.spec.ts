import { expect, it } from '@jest/globals';
import { startServer } from '../support/server.js';

it.each([
  { host: '127.0.0.1', status: 200, reading: 'open to anyone who can reach this address' },
  { host: '0.0.0.0', status: 401, reading: 'with a key' },
])('the embedded database on $host: a read without a key gets $status', async ({ host, status, reading }) => {
  const server = await startServer({ HOST: host, DATELINE_DEMO: 'false' }, { databaseUrl: null });
  expect(await server.get('/v1/stories', { authorization: '' })).toMatchObject({ status });
  expect(await server.get('/metrics', { authorization: '' })).toMatchObject({ status });
  expect(await server.get('/v1/stories')).toMatchObject({ status: 200 });
  expect(server.log()).toContain(`Reading    ${reading}`);
});
