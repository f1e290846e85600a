import { describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '../support/database.js';
import { startServer } from '../support/server.js';
import { tcpProxy } from '../support/tcp-proxy.js';

describe('a database that goes away in the middle of a start', () => {
  it.each([
    ['it is asked whether it is durable', 'full_page_writes'],
    ['the turn of this server to migrate comes', 'pg_advisory_lock'],
    ['migrations are looked for', 'schema_migration'],
    ["the server's role is granted what it needs", 'grant select on event'],
  ])('while %s is waited for, and the start is made anew', async (_when, statement) => {
    const database = await createTestDatabase();
    const proxy = await tcpProxy(database.url);
    const [databaseUrl, ownerUrl] = [new URL(database.url), new URL(database.ownerUrl)];
    for (const url of [databaseUrl, ownerUrl]) url.host = new URL(proxy.url).host;
    proxy.swallowAnswerTo(statement);
    const server = await startServer({}, { databaseUrl: databaseUrl.href, ownerUrl: ownerUrl.href });
    expect(proxy.swallowed()).toBe(1);
    expect(server.log()).toContain('the database went away in the middle of the start');
    expect(await server.get('/readyz')).toMatchObject({ status: 200 });
  });
});
