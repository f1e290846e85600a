import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { chownSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { processIdentity } from '#platform/database/embedded/process-identity.js';
import { stopAfterwards } from '../support/started.js';
import { freshFolder, launchServer, SHIPPED, startServer, type TestServer, untilReady } from '../support/server.js';
import { me, people, type Person } from './people.js';

interface Postmaster {
  pid: number;
  port: number;
  folder: string;
  made: boolean;
  ms: number;
}

/** What the server logs of its embedded PostgreSQL. */
function postmasterOf(server: Pick<TestServer, 'log'>): Postmaster {
  const line = server
    .log()
    .split('\n')
    .find((text) => text.includes('the embedded PostgreSQL is running'));
  return JSON.parse(line ?? '{}') as Postmaster;
}

const passwordFiles = ['superuser', 'owner', 'server'].map((role) => `postgres-password-${role}`);

const embedded = { databaseUrl: null };
const noKey = { DATELINE_ADMIN_KEY: '' };
const isAlive = (pid: number): boolean => processIdentity(pid) !== null;

async function query<Row extends pg.QueryResultRow>(server: TestServer, sql: string): Promise<Row[]> {
  const password = readFileSync(join(server.dataDir, 'postgres-password-server'), 'utf8').trim();
  const client = new pg.Client({
    host: '127.0.0.1',
    port: postmasterOf(server).port,
    user: 'dateline',
    password,
    database: 'dateline',
  });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A data folder of a user, and functions that start a server on it as that user. */
function folderOf(user: Person['user']) {
  const dataDir = freshFolder();
  chownSync(dataDir, user.uid, user.gid);
  return {
    dataDir,
    start: (env: Record<string, string> = {}, program?: string) =>
      startServer(env, { ...embedded, dataDir, user, ...(program === undefined ? {} : { program }) }),
    launch: (env: Record<string, string> = {}) => launchServer(env, { ...embedded, dataDir, user }),
  };
}

describe.each(people)('the embedded database, started by $name', ({ user }) => {
  const { dataDir, start, launch } = folderOf(user);

  it('is created on the first start, in a few seconds, for a server that cannot change the log', async () => {
    const server = await start(noKey, SHIPPED);
    const { made, ms, pid } = postmasterOf(server);
    expect(made).toBe(true);
    expect(ms).toBeLessThan(10_000);
    expect(statSync(`/proc/${pid}`).uid).not.toBe(0);

    const [settings] = await query(
      server,
      `select current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
              current_setting('listen_addresses') as listens, current_setting('password_encryption') as passwords,
              datcollate as collate, rolsuper as super
         from pg_database, pg_roles where datname = current_database() and rolname = current_user`,
    );
    expect(settings).toEqual({
      encoding: 'UTF8',
      fsync: 'on',
      listens: '127.0.0.1',
      passwords: 'scram-sha-256',
      collate: 'C',
      super: false,
    });
    await expect(query(server, `update event set type = 'Other'`)).rejects.toThrow('permission denied');

    const shown = /Admin key +(dl_\w+)/.exec(server.log())?.[1] ?? '';
    expect(readFileSync(join(dataDir, 'admin-key'), 'utf8')).toBe(`${shown}\n`);
    for (const secret of ['admin-key', ...passwordFiles])
      expect(statSync(join(dataDir, secret)).mode & 0o777).toBe(0o600);

    expect(await server.stop()).toBe(0);
    expect(isAlive(pid)).toBe(false);
  }, 60_000);

  it('opens quickly on the next start, which does not show the key again', async () => {
    const server = await start(noKey);
    expect(postmasterOf(server)).toMatchObject({ made: false });
    expect(postmasterOf(server).ms).toBeLessThan(2000);
    expect(server.log()).toContain(`Admin key  in `);
    expect(server.log()).not.toContain(readFileSync(join(dataDir, 'admin-key'), 'utf8').trim());
    expect(await server.stop()).toBe(0);
  });

  it('starts after a server was killed, whose PostgreSQL still runs', async () => {
    const killed = await start();
    const orphan = postmasterOf(killed).pid;
    await killed.kill();
    expect(isAlive(orphan)).toBe(true);

    const next = await start();
    expect(next.log()).toContain('stopping the PostgreSQL that it left running');
    expect(isAlive(orphan)).toBe(false);
    expect(await next.stop()).toBe(0);
  });

  it('starts after server and PostgreSQL were killed together', async () => {
    const killed = await start();
    const { pid, folder } = postmasterOf(killed);
    process.kill(killed.pid, 'SIGKILL');
    process.kill(pid, 'SIGKILL');
    await killed.kill();
    expect(readFileSync(join(folder, 'postmaster.pid'), 'utf8')).toMatch(new RegExp(`^${pid}\n`));

    const next = await start();
    expect(await next.stop()).toBe(0);
  });

  it('stops with a server that is stopped while it starts, and then starts again', async () => {
    rmSync(join(dataDir, 'postgres'), { recursive: true });
    for (const pause of [150, 400, 700]) {
      const early = await launch();
      await sleep(pause);
      early.child.kill('SIGTERM');
      expect([0, -1]).toContain(await early.exited);
    }
    const next = await start();
    expect(await next.stop()).toBe(0);
  }, 60_000);
});

describe('the embedded database', () => {
  const { dataDir, start, launch } = folderOf(me.user);

  it('starts if the pid in its old file belongs to another program by now, which is not stopped', async () => {
    const killed = await start();
    const { pid, folder } = postmasterOf(killed);
    process.kill(killed.pid, 'SIGKILL');
    process.kill(pid, 'SIGKILL');
    await killed.kill();
    const { uid, gid } = statSync(folder);
    const other = spawn('sleep', ['60'], { uid, gid });
    stopAfterwards(() => Promise.resolve(other.kill('SIGKILL')));
    const file = join(folder, 'postmaster.pid');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(other.pid)));

    const next = await start();
    expect(next.log()).toContain('another program by now');
    expect(isAlive(other.pid ?? 0)).toBe(true);
    expect(await next.stop()).toBe(0);
  });

  it('is not shared: a second server is refused, and the first one goes on', async () => {
    const first = await start();
    const second = await launch();
    expect(await second.exited).toBe(1);
    expect(second.log()).toContain(`Another Dateline (process ${first.pid}) is running on this data folder`);
    expect(await first.get('/readyz')).toMatchObject({ status: 200 });
    expect(await first.stop()).toBe(0);
  });

  it('goes to one of two servers that start at the same moment, also after one was killed', async () => {
    for (const left of ['nothing', 'a killed server']) {
      if (left !== 'nothing') await (await start()).kill();
      const both = await Promise.all([launch(), launch()]);
      const winner = await Promise.any(both.map(async (one) => (await untilReady(one), one)));
      const loser = both.find((one) => one !== winner);
      expect(await loser?.exited).toBe(1);
      expect(loser?.log()).toMatch(/Another Dateline \(process \d+\) is running on this data folder/);
      winner.child.kill('SIGTERM');
      expect(await winner.exited).toBe(0);
    }
  });

  it('is left at once by a server whose lock file is removed', async () => {
    const server = await launch();
    await untilReady(server);
    rmSync(join(dataDir, 'server.lock'));
    expect(await server.exited).toBe(1);
    expect(server.log()).toContain('was taken over: server.lock was removed, or belongs to another server');
    expect(isAlive(postmasterOf(server).pid)).toBe(false);
  });

  it('stops with a server that cannot listen', async () => {
    const listening = await startServer();
    const refused = await launch({ PORT: new URL(listening.url).port });
    expect(await refused.exited).toBe(1);
    expect(refused.log()).toContain('another program listens there. Set HOST and PORT.');
    expect(isAlive(postmasterOf(refused).pid)).toBe(false);
  });

  it('stops the server when it ends by itself', async () => {
    const server = await launch();
    await untilReady(server);
    process.kill(postmasterOf(server).pid, 'SIGQUIT');
    expect(await server.exited).toBe(1);
    expect(server.log()).toContain('the embedded PostgreSQL has ended by itself');
  });

  it('is refused with a plain message if the data folder cannot be created', async () => {
    const folder = join(dataDir, 'postgres-password-server', 'data');
    const refused = await launch({ DATELINE_DATA_DIR: folder });
    expect(await refused.exited).toBe(1);
    expect(refused.log()).toBe(
      'Dateline cannot start.\n' +
        `  The data folder ${folder} (DATELINE_DATA_DIR) cannot be created or written to: ENOTDIR.\n`,
    );
  });

  it.each([
    [
      'if it is of another version',
      'postgres/PG_VERSION',
      '17\n',
      'was created by PostgreSQL 17, but this Dateline comes with PostgreSQL 18.',
    ],
    [
      'if its stored password does not open it',
      'postgres-password-superuser',
      'not it\n',
      'The stored password does not open the embedded database',
    ],
  ])('is refused with a plain message %s', async (_, file, content, message) => {
    const path = join(dataDir, file);
    const kept = readFileSync(path);
    writeFileSync(path, content);
    const refused = await launch();
    expect(await refused.exited).toBe(1);
    expect(refused.log()).toContain(message);
    expect(refused.log()).not.toMatch(/^\s+at /m);
    writeFileSync(path, kept);
  });
});
