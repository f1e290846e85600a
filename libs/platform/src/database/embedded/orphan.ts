import { readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../logging/logger.js';
import { DatabaseStartupError } from '../../config/startup-errors.js';
import { disownPostmasterFile, readPostmasterFile } from './postmaster.js';
import { processCommand, processIdentity } from './process-identity.js';

/**
 * Stops the PostgreSQL that a killed server left running on a data folder, and makes its pid file harmless. Call it
 * only with the lock of the folder, because then nobody else uses that PostgreSQL.
 *
 * @param secure see `FolderLock`; it is called before the pid file is changed
 * @throws DatabaseStartupError if PostgreSQL cannot be stopped, or one that cannot be seen uses the folder
 */
export async function stopOrphan(cluster: string, logger: Logger, secure: () => Promise<void>): Promise<void> {
  const left = findPostmaster(cluster);
  if (left !== null) {
    logger.warn({ pid: left.pid }, 'a server was killed here: stopping the PostgreSQL that it left running');
    await stopPostmaster(left.pid, left.identity, cluster);
  }
  await secure();
  const file = readPostmasterFile(cluster);
  if (file === null) return;
  if (processIdentity(file.pid) !== null)
    logger.info({ pid: file.pid }, 'the process that the data folder names is another program by now');
  // Any process with that pid, even a zombie, would keep PostgreSQL from starting.
  disownPostmasterFile(cluster);
}

/** The PostgreSQL that runs on a data folder, if this process can see it. */
export function findPostmaster(cluster: string): { pid: number; identity: string } | null {
  const pid = readPostmasterFile(cluster)?.pid;
  if (pid === undefined) return null;
  const identity = processIdentity(pid);
  return identity !== null && isPostmasterOf(pid, cluster) ? { pid, identity } : null;
}

/**
 * Requests a fast shutdown, then an immediate one. Acknowledged events survive both, and the projector rebuilds what
 * the views lost. Never SIGKILL, which would leave the sessions of PostgreSQL running.
 */
async function stopPostmaster(pid: number, identity: string, cluster: string): Promise<void> {
  for (const [signal, timeoutMs] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5000],
  ] as const) {
    signalIfRunning(pid, signal);
    for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(20)) {
      if (processIdentity(pid) !== identity) return;
    }
  }
  throw new DatabaseStartupError(
    `A killed server left PostgreSQL running (process ${pid}, ${cluster}), and it does not stop. ` +
      'End it, then start again.',
  );
}

/** Recognizes a postmaster by its working folder, or, if the system does not show that, by its argument -D. */
function isPostmasterOf(pid: number, cluster: string): boolean {
  const command = processCommand(pid);
  return (
    command.includes('postgres') &&
    (workingFolder(pid) ?? (command.includes(`-D ${cluster} `) ? cluster : null)) === cluster
  );
}

function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function signalIfRunning(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
