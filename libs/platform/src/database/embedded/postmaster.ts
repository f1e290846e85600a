import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseStartupError } from '../../config/startup-errors.js';
import type { Logger } from '../../logging/logger.js';
import { clientAuthenticationFile } from './create-cluster.js';
import type { NativeFiles } from './native-files.js';
import { postgresEnvironment } from './postgres-environment.js';
import type { SystemUser } from './system-user.js';

/** The first and the eighth line of `postmaster.pid`, which PostgreSQL writes into its data folder. */
export interface PostmasterFile {
  pid: number;
  /** `starting`, `ready`, `stopping`, …; empty until it is known. */
  status: string;
}

export function readPostmasterFile(cluster: string): PostmasterFile | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, status: lines[7]?.trim() ?? '' } : null;
  } catch {
    return null;
  }
}

/**
 * Replaces the pid in a stale file by one that no process has. PostgreSQL refuses to start while the pid in its file is
 * alive, even if it belongs to another program by now. The rest of the file stays, because PostgreSQL uses it to make
 * sure that no old session still writes.
 */
export function disownPostmasterFile(cluster: string): void {
  const path = join(cluster, 'postmaster.pid');
  const [, ...rest] = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, [String(2 ** 31 - 1), ...rest].join('\n'));
}

/** Settings by name, as in postgresql.conf. */
export type PostgresSettings = Readonly<Record<string, string>>;

/**
 * For a small machine that also runs other programs. The settings of durability override the data folder's own files.
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
  // Parallel queries would use /dev/shm, which is small in containers; with two cores they gain nothing anyway.
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The log shows the state of the server, but no statements and no errors of statements, which may hold data.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

export interface PostmasterPlace {
  files: NativeFiles;
  /** The real path of the data folder. */
  cluster: string;
  /** PostgreSQL's own log; that of the previous start is kept as `….1`. */
  logFile: string;
  user: SystemUser | null;
  /** The kernel's lock on the data folder, which PostgreSQL and all its sessions hold while they live; null: none. */
  kernelLock: number | null;
}

export interface Postmaster {
  port: number;
  pid: number;
  /** Resolves when it has ended, for whatever reason. */
  ended: Promise<void>;
  /** Fast shutdown: ends all sessions, and keeps what is committed. After 6 seconds, an immediate shutdown. */
  stop(): Promise<void>;
  /** Immediate shutdown. Does not wait for the end. */
  abort(): void;
}

/**
 * Starts PostgreSQL on a free port of the loopback address and waits until it accepts connections. It runs in a process
 * session of its own, so that a Ctrl-C for the server does not reach it first. It is stopped when this process exits,
 * unless this process is killed.
 *
 * @throws DatabaseStartupError with the end of PostgreSQL's log
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
    // Another program took the port first, or the last session of a killed PostgreSQL is still ending.
    const isTransient = /Address already in use|pre-existing shared memory block/.test(log);
    if (attempt === 10 || !isTransient) {
      throw new DatabaseStartupError(
        `The embedded PostgreSQL does not start on ${place.cluster}. Its log ends with:`,
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
  // A file, not a pipe: with a pipe PostgreSQL would wait for a busy reader, and lose its last lines if the reader
  // ends.
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
  const timer = setTimeout(() => child.kill('SIGQUIT'), 6000);
  await ended;
  clearTimeout(timer);
}

/**
 * Waits until PostgreSQL writes into its pid file that it is ready. After a crash it first replays its WAL, which may
 * take long: there is no time limit, but a line in the log every five seconds.
 */
async function isReady(
  cluster: string,
  { pid, ended }: Pick<Postmaster, 'pid' | 'ended'>,
  logger: Logger,
): Promise<boolean> {
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  const began = Date.now();
  for (let nextLine = began + 5000; !hasEnded; await sleep(10)) {
    const file = readPostmasterFile(cluster);
    if (file?.pid === pid && file.status === 'ready') return true;
    if (Date.now() < nextLine) continue;
    logger.info({ seconds: Math.round((Date.now() - began) / 1000) }, 'the embedded PostgreSQL is still starting');
    nextLine += 5000;
  }
  return false;
}

function keepPrevious(logFile: string): void {
  try {
    renameSync(logFile, `${logFile}.1`);
  } catch {
    // The first start has no previous log.
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
