import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { asAdmin, createTestDatabase } from '../support/database.js';
import { launchServer, startServer } from '../support/server.js';

/** A database without tables. */
async function emptyDatabase() {
  const { url, ownerUrl, drop } = await createTestDatabase();
  const [name, owner] = [new URL(url).pathname.slice(1), new URL(ownerUrl).username];
  await drop();
  await asAdmin(`create database ${name} owner ${owner} encoding 'UTF8' locale 'C' template template0`);
  return { url, ownerUrl };
}

describe('an empty database', () => {
  it('is migrated once by servers that start at the same time', async () => {
    const { url, ownerUrl } = await emptyDatabase();
    const servers = await Promise.all([1, 2, 3].map(() => startServer({}, { databaseUrl: url, ownerUrl })));
    const migrated = servers.filter((server) => server.log().includes('the schema was brought up to date'));
    expect(migrated).toHaveLength(1);

    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ name: string; times: number }>(
      'select name, count(*)::int as times from schema_migration group by name',
    );
    await client.end();
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ times }) => times === 1)).toBe(true);
    await Promise.all(servers.map((server) => server.stop()));
  }, 30_000);

  it('is refused with a plain message if its role may not create tables', async () => {
    const { url } = await emptyDatabase();
    const refused = await launchServer({}, { databaseUrl: url, ownerUrl: '' });
    expect(await refused.exited).toBe(1);
    expect(refused.log()).toContain(
      'The schema of the database could not be brought up to date: permission denied for schema public.',
    );
    expect(refused.log()).not.toMatch(/^\s+at /m);
  });
});

describe('a database that is restored to an older state under a running server', () => {
  it('makes the server not ready', async () => {
    const server = await startServer();
    const owner = new pg.Client({ connectionString: server.ownerUrl });
    await owner.connect();
    await owner.query('delete from schema_migration where id = (select max(id) from schema_migration)');
    await owner.end();
    const { status, text } = await server.get('/readyz');
    expect(status).toBe(503);
    expect(text).toMatch(/schema \(migrations are missing: \w+\)/);
  });
});
