import { describe, expect, it, jest } from '@jest/globals';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import pg from 'pg';
import { startEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.js';
import { freshFolder, startServer, type TestServer } from '../support/server.js';

const env = { DATELINE_DEMO: 'false', AWS_SECRET_ACCESS_KEY: 'a-secret-of-the-server', PGDATA: '/nowhere' };
const passwordFiles = ['superuser', 'owner', 'server'].map((role) => `postgres-password-${role}`);
const roles = [
  ['postgres', 'superuser'],
  ['dateline_owner', 'owner'],
  ['dateline', 'server'],
] as const;

const open = (dataDir: string): Promise<TestServer> => startServer(env, { databaseUrl: null, dataDir });

const record = (server: TestServer, slug: string) => server.post('/v1/stories', { slug, title: slug });

function postmasterOf(server: TestServer): { pid: number; port: number } {
  const line = server
    .log()
    .split('\n')
    .find((text) => text.includes('the embedded PostgreSQL is running'));
  return JSON.parse(line ?? '{}') as { pid: number; port: number };
}

/** Whether a role can connect; if not, PostgreSQL's code of the reason. */
async function tryConnect(port: number, user: string, password: string): Promise<string> {
  const client = new pg.Client({ host: '127.0.0.1', port, user, password, database: 'postgres' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return 'in';
  } catch (error) {
    return (error as { code?: string }).code ?? (error as Error).message;
  }
}

/** Each role can connect with its own stored password, and with no other. */
async function expectOwnPasswords(dataDir: string, port: number, others: readonly string[]): Promise<void> {
  const passwords = passwordFiles.map((file) => readFileSync(join(dataDir, file), 'utf8').trim());
  expect(new Set(passwords).size).toBe(3);
  for (const file of passwordFiles) expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
  for (const [i, [role]] of roles.entries()) {
    for (const [j, password] of passwords.entries())
      expect([role, j, await tryConnect(port, role, password)]).toEqual([role, j, i === j ? 'in' : '28P01']);
    for (const password of others) expect([role, await tryConnect(port, role, password)]).not.toEqual([role, 'in']);
  }
}

/**
 * Turns a data folder into one of the previous version: one password for all roles, and no id of the log. The rules of
 * client authentication then trust everybody.
 */
async function downgrade(dataDir: string, password: string): Promise<void> {
  const postgres = await startEmbeddedPostgres(dataDir, pino({ level: 'silent' }));
  const url = new URL(postgres.superuserUrl);
  url.pathname = '/dateline';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query('drop table log_identity; drop function log_identity_is_fixed()');
  await client.query(`delete from schema_migration where name = 'LogIdentity1764000000012'`);
  for (const [role] of roles) await client.query(`alter role ${role} password '${password}'`);
  await client.end();
  await postgres.stop();
  for (const file of passwordFiles) rmSync(join(dataDir, file));
  writeFileSync(join(dataDir, 'postgres-password'), `${password}\n`, { mode: 0o600 });
  writeFileSync(join(dataDir, 'postgres', 'pg_hba.conf'), 'host all all 0.0.0.0/0 trust\n');
}

// Each test starts a server with its own PostgreSQL several times.
jest.setTimeout(240_000);

describe('the embedded database', () => {
  const dataDir = freshFolder();

  it("has a password for each role, and nothing of the server's environment", async () => {
    const server = await open(dataDir);
    expect((await record(server, 'kept')).status).toBe(201);
    const { pid, port } = postmasterOf(server);
    await expectOwnPasswords(dataDir, port, ['', 'postgres']);
    const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean);
    // PostgreSQL adds variables of its own.
    expect(
      environment
        .map((one) => one.split('=')[0])
        .filter((name) => !/^(PATH|TZ|TMPDIR|TMP|TEMP|LD_LIBRARY_PATH|LANG|LC_ALL)$/.test(name ?? '')),
    ).toEqual([]);
    expect(await server.stop()).toBe(0);
  });

  it('of the previous version opens with its data, and is upgraded', async () => {
    const earlier = 'the one password of all roles';
    await downgrade(dataDir, earlier);
    for (const start of ['first', 'second']) {
      const server = await open(dataDir);
      expect((await server.get('/v1/stories/kept')).status).toBe(200);
      expect((await record(server, start)).status).toBe(201);
      await expectOwnPasswords(dataDir, postmasterOf(server).port, [earlier, '']);
      expect(
        readdirSync(dataDir)
          .filter((name) => name.startsWith('postgres-password'))
          .sort(),
      ).toEqual([...passwordFiles].sort());
      expect(await server.stop()).toBe(0);
    }
  });

  it('is upgraded by the next start if the first one was interrupted', async () => {
    const earlier = 'another one password';
    await downgrade(dataDir, earlier);
    // The passwords were generated, but not yet set.
    for (const file of passwordFiles) writeFileSync(join(dataDir, file), `new ${file}\n`, { mode: 0o600 });
    const server = await open(dataDir);
    await expectOwnPasswords(dataDir, postmasterOf(server).port, [earlier, '']);
    expect(await server.stop()).toBe(0);
  });
});
