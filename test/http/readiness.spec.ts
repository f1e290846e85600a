import { beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase } from '../support/database.js';
import { startServer, type TestServer } from '../support/server.js';
import { tcpProxy, type TcpProxy } from '../support/tcp-proxy.js';
import { until } from '../support/until.js';

let server: TestServer;
let line: TcpProxy;
let databaseUrl: URL;

beforeAll(async () => {
  const database = await createTestDatabase();
  line = await tcpProxy(database.url);
  databaseUrl = new URL(line.url);
  server = await startServer({ DATELINE_PUBLIC_READ: 'false' }, { databaseUrl: line.url, ownerUrl: database.ownerUrl });
}, 120_000);

const open = { authorization: '' };
/** A table that only the checks of readiness query. */
const TABLE = 'schema_migration';

describe('readiness', () => {
  it('queries the database about once a second, however many clients request it', async () => {
    await sleep(3_000);
    line.sent(TABLE);
    const began = performance.now();
    let requests = 0;
    while (performance.now() - began < 3_000) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => server.get('/readyz', open)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      requests += answers.length;
    }
    const queries = line.sent(TABLE);
    expect(queries).toBeGreaterThan(2);
    expect(requests).toBeGreaterThan(3 * queries);
    expect(queries).toBeLessThanOrEqual(3 + Math.ceil((performance.now() - began) / 1_000));
  });

  it('is current for a client that requests it now and then', async () => {
    await sleep(3_000);
    for (let n = 0; n < 3; n++) {
      line.cut();
      expect((await server.get('/readyz', open)).status).toBe(503);
      line.restore();
      await sleep(2_500);
      await until('it is ready again', async () => (await server.get('/readyz', open)).status === 200);
    }
  }, 60_000);

  it('reveals nothing of an error of the database: no hosts, ports, users, statements or codes', async () => {
    line.cut();
    await sleep(1_500);
    const { status, text } = await server.get('/readyz', open);
    line.restore();
    expect(status).toBe(503);
    expect(text).toContain('database (the database cannot be reached)');
    for (const secret of [
      databaseUrl.hostname,
      databaseUrl.port,
      databaseUrl.pathname.slice(1),
      'ECONN',
      'Connection terminated',
      'select',
    ])
      expect(text).not.toContain(secret);
    expect(server.log()).toContain('"check":"database"');
  });
});
