import { describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '../support/database.js';
import { startServer } from '../support/server.js';
import { tcpProxy } from '../support/tcp-proxy.js';

describe('a database that goes away during a start', () => {
  it.each([
    ['its durability is checked', 'full_page_writes'],
    ['the migration lock is taken', 'pg_advisory_lock'],
    ['pending migrations are read', 'schema_migration'],
    ["the server's role gets its grants", 'grant select on event'],
    ['the pool of the articles is opened, when the rest is open', 'dateline-entities'],
  ])('while %s: the server starts again', async (_when, statement) => {
    const database = await createTestDatabase();
    const proxy = await tcpProxy(database.url);
    const [databaseUrl, ownerUrl] = [new URL(database.url), new URL(database.ownerUrl)];
    for (const url of [databaseUrl, ownerUrl]) url.host = new URL(proxy.url).host;
    proxy.swallowAnswerTo(statement);
    const server = await startServer({}, { databaseUrl: databaseUrl.href, ownerUrl: ownerUrl.href });
    expect(proxy.swallowed()).toBe(1);
    expect(server.log()).toContain('the connection to the database was lost during the start');
    expect(await server.get('/readyz')).toMatchObject({ status: 200 });
  });
});
