import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '#platform/database/embedded/embedded-postgres.js';
import { dataDirectory } from '#platform/database/embedded/data-directory.js';
import { nativeFiles } from '#platform/database/embedded/native-files.js';
import { postgresEnvironment } from '#platform/database/embedded/postgres-environment.js';
import { createLogger } from '#platform/logging/logger.js';
import { leash } from './leash.js';
import { freshFolder } from './server.js';
import { stopAfterwards } from './started.js';

/** How long it may take to stop, milliseconds. */
const STOP_WITHIN = 20_000;

/**
 * A PostgreSQL for one file's tests alone, which can be stopped under those who use it. It comes back at the same
 * address.
 */
export interface OwnPostgres {
  /** As the server's role. */
  url: string;
  ownerUrl: string;
  /** As the superuser, on the same database. */
  adminUrl: string;
  /** Resolves once it takes connections. */
  start: () => Promise<void>;
  /** Sessions are cut, what is committed is on disk: as when an operator restarts it. */
  stop: () => Promise<void>;
  /** All at once, with nothing written any more: the next start has to recover. */
  crash: () => Promise<void>;
}

/**
 * Makes one, with an empty database that the first server on it migrates, and starts it. It is stopped at the end of
 * the file.
 *
 * @param folder where its data are; missing: in a fresh one
 * @param env variables that it gets besides
 */
export async function startOwnPostgres(folder = freshFolder(), env: Record<string, string> = {}): Promise<OwnPostgres> {
  const logger = createLogger('silent');
  const made = await startEmbeddedPostgres(folder, logger);
  await made.stop();
  const { cluster, user } = await dataDirectory(folder);
  const files = await nativeFiles(user, folder, logger);
  const { port } = new URL(made.superuserUrl);
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=100'];

  let child: ChildProcess | null = null;
  let ended: Promise<void> = Promise.resolve();
  const start = async (): Promise<void> => {
    const parameters = settings.flatMap((setting) => ['-c', setting]);
    const started = spawn(files.postgres, ['-D', cluster, ...parameters], {
      ...user,
      cwd: '/',
      env: { ...postgresEnvironment(), ...env },
      stdio: 'ignore',
      detached: true,
    });
    child = started;
    const letGo = leash(started.pid ?? 0);
    ended = new Promise((resolve) => started.once('exit', () => resolve(letGo())));
    await untilConnected(made.superuserUrl);
  };
  const end = (signal: 'SIGINT' | 'SIGQUIT') => async (): Promise<void> => {
    child?.kill(signal);
    // One that hangs, as with a clock of its own it may, is not waited for.
    const hangs = setTimeout(() => child?.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), STOP_WITHIN);
    await ended;
    clearTimeout(hangs);
  };
  await start();
  stopAfterwards(end('SIGQUIT'));
  const adminUrl = new URL(made.superuserUrl);
  adminUrl.pathname = new URL(made.serverUrl).pathname;
  return {
    url: made.serverUrl,
    ownerUrl: made.ownerUrl,
    adminUrl: adminUrl.href,
    start,
    stop: end('SIGINT'),
    crash: end('SIGQUIT'),
  };
}

async function untilConnected(url: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; ; await sleep(50)) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      await client.end().catch(() => undefined);
      if (Date.now() > deadline) throw error;
    }
  }
}
