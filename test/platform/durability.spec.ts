import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.js';
import { asAdmin, createTestDatabase } from '../support/database.js';
import { leash } from '../support/leash.js';
import { freshFolder, launchServer, startServer } from '../support/server.js';
import { stopAfterwards } from '../support/started.js';

/** The output of a server that is started with a database that it must not use. */
async function refusalOf(databaseUrl: string, ownerUrl = ''): Promise<string> {
  const refused = await launchServer({}, { databaseUrl, ownerUrl });
  expect(await refused.exited).toBe(1);
  expect(refused.log()).not.toMatch(/^\s+at /m);
  return refused.log();
}

/** Starts a PostgreSQL with settings that apply to the whole PostgreSQL. */
async function postgresWith(settings: Record<string, string>): Promise<string> {
  const { serverUrl, pid, stop } = await startEmbeddedPostgres(freshFolder(), pino({ level: 'silent' }), settings);
  const release = leash(pid);
  stopAfterwards(() => stop().then(release));
  return serverUrl;
}

describe('a database that could lose what it acknowledged is refused, and the remedy is named', () => {
  it('synchronous_commit off for the role', async () => {
    const { url, ownerUrl } = await createTestDatabase();
    const { username, pathname } = new URL(url);
    await asAdmin(`alter role ${username} in database ${pathname.slice(1)} set synchronous_commit = off`);
    const refusal = await refusalOf(url, ownerUrl);
    expect(refusal).toContain('cannot be used:');
    expect(refusal).toContain(
      `synchronous_commit is off for the role ${username}: run ALTER ROLE "${username}" SET synchronous_commit = on`,
    );
  });

  it('synchronous_commit off in the connection string', async () => {
    const { url, ownerUrl } = await createTestDatabase();
    expect(await refusalOf(`${url}?options=-c%20synchronous_commit%3Doff`, ownerUrl)).toContain(
      'in the options of the connection string',
    );
  });

  it('synchronous_commit local is accepted, because it waits for the local disk', async () => {
    const { url, ownerUrl } = await createTestDatabase();
    const server = await startServer({}, { databaseUrl: `${url}?options=-c%20synchronous_commit%3Dlocal`, ownerUrl });
    expect(await server.get('/readyz')).toMatchObject({ status: 200 });
  });

  it('fsync and full_page_writes off, both reported at once', async () => {
    const refusal = await refusalOf(await postgresWith({ fsync: 'off', full_page_writes: 'off' }));
    expect(refusal).toContain('fsync is off: set fsync = on in postgresql.conf and restart PostgreSQL.');
    expect(refusal).toContain(
      'full_page_writes is off: set full_page_writes = on in postgresql.conf and reload PostgreSQL.',
    );
  });

  it('an encoding that cannot hold every name', async () => {
    const { url, ownerUrl, drop } = await createTestDatabase();
    const [name, owner] = [new URL(url).pathname.slice(1), new URL(ownerUrl).username];
    await drop();
    await asAdmin(`create database ${name} owner ${owner} encoding 'LATIN1' locale 'C' template template0`);
    expect(await refusalOf(url, ownerUrl)).toContain(
      `its encoding is LATIN1; create it again with CREATE DATABASE … ENCODING 'UTF8'`,
    );
  });
});
