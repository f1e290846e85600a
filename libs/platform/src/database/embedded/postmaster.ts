import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../logging/logger.js';
import { DatabaseStartupError } from '../startup-error.js';
import { clientAuthenticationFile } from './client-authentication.js';
import type { NativeFiles } from './native-files.js';
import { postgresEnvironment } from './postgres-environment.js';
import { readPostmasterFile } from './postmaster-file.js';
import type { SystemUser } from './system-user.js';

/** Settings by name, as in postgresql.conf. */
export type PostgresSettings = Readonly<Record<string, string>>;

/**
 * For a small machine that has other things to do. What durability needs is spelled out, whatever the data folder's own
 * files say.
 */
const defaultSettings: PostgresSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_connections: '100',
  shared_buffers: '128MB',
  max_wal_size: '1GB',
  // Containers have a small /dev/shm, which parallel queries would use; with two cores they gain nothing anyway.
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Its log tells of the server, and nothing of what is stored: no errors of statements, no statements, no details.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

export interface PostmasterPlace {
  files: NativeFiles;
  /** Real path of the data folder. */
  cluster: string;
  /** Where PostgreSQL's own log goes; the one before is kept as `….1`. */
  logFile: string;
  user: SystemUser | null;
  /**
   * The kernel's lock on the data folder, which PostgreSQL and all its sessions keep while they live; null: there is
   * none.
   */
  kernelLock: number | null;
}

export interface Postmaster {
  port: number;
  pid: number;
  /** Resolves when it has ended, however that came about. */
  ended: Promise<void>;
  /**
   * Fast shutdown: sessions are cut, what is committed is kept. When that takes longer than 6 seconds, an immediate
   * one.
   */
  stop(): Promise<void>;
  /** Immediate shutdown, not waited for. */
  abort(): void;
}

/**
 * Starts PostgreSQL on a free port of the loopback address and waits until it accepts connections. It has a session of
 * its own, so that a Ctrl-C meant for the server does not reach it first; it is stopped when this process exits, unless
 * this process is killed.
 *
 * @throws DatabaseRefused with the end of PostgreSQL's log
 */
export async function startPostmaster(
  place: PostmasterPlace,
  settings: PostgresSettings,
  logger: Logger,
): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const postmaster = launch(place, { ...defaultSettings, ...settings, port: String(port) });
    if (await isReady(place.cluster, postmaster, logger)) return { ...postmaster, port };
    const log = readFileSync(place.logFile, 'utf8').trim();
    // Another program took the port first, or the last session of a killed PostgreSQL is still on its way out.
    const passing = /Address already in use|pre-existing shared memory block/.test(log);
    if (attempt === 10 || !passing) {
      throw new DatabaseStartupError(
        `The embedded PostgreSQL does not start on ${place.cluster}. It says:`,
        log.split('\n').slice(-8).join('\n').replaceAll(/^/gm, '  '),
      );
    }
    await sleep(500);
  }
}

function launch(
  { files, cluster, logFile, user, kernelLock }: PostmasterPlace,
  settings: PostgresSettings,
): Omit<Postmaster, 'port'> {
  const parameters = Object.entries({ ...settings, hba_file: clientAuthenticationFile(cluster) }).flatMap(
    ([name, value]) => ['-c', `${name}=${value}`],
  );
  // A file and not a pipe: PostgreSQL would wait for a reader that is busy, and would lose its last words with one that
  // is gone.
  keepPrevious(logFile);
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(files.postgres, ['-D', cluster, ...parameters], {
    ...user,
    cwd: '/',
    env: postgresEnvironment(),
    stdio: ['ignore', 'ignore', log, kernelLock ?? 'ignore'],
    detached: true,
  });
  closeSync(log);

  const stopOnExit = () => void child.kill('SIGINT');
  process.on('exit', stopOnExit);
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  }).then(() => void process.off('exit', stopOnExit));
  return { pid: child.pid ?? 0, ended, stop: () => stop(child, ended), abort: () => void child.kill('SIGQUIT') };
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGINT');
  const impatience = setTimeout(() => child.kill('SIGQUIT'), 6000);
  await ended;
  clearTimeout(impatience);
}

/**
 * PostgreSQL says in its own file when it is ready. After a crash it first replays its log, which may take a while: no
 * limit, but a word about it.
 */
async function isReady(
  cluster: string,
  { pid, ended }: Pick<Postmaster, 'pid' | 'ended'>,
  logger: Logger,
): Promise<boolean> {
  let over = false;
  void ended.then(() => (over = true));
  const began = Date.now();
  for (let word = began + 5000; !over; await sleep(10)) {
    const file = readPostmasterFile(cluster);
    if (file?.pid === pid && file.status === 'ready') return true;
    if (Date.now() < word) continue;
    logger.info({ seconds: Math.round((Date.now() - began) / 1000) }, 'the embedded PostgreSQL is still starting');
    word += 5000;
  }
  return false;
}

function keepPrevious(logFile: string): void {
  try {
    renameSync(logFile, `${logFile}.1`);
  } catch {
    // The first start has none.
  }
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
