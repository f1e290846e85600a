import { readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../logging/logger.js';
import { DatabaseStartupError } from '../startup-error.js';
import { disownPostmasterFile, readPostmasterFile } from './postmaster-file.js';
import { processCommand, processIdentity } from './process-identity.js';

/**
 * Clears the way on a data folder that a killed server left behind, by stopping the PostgreSQL that outlived it. Call
 * it only while holding the folder's lock: nobody else is then using that PostgreSQL.
 *
 * @param secure see `FolderLock`: only then is the file of a PostgreSQL touched that cannot be seen
 * @throws DatabaseRefused when it cannot be stopped, or another one is at work
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
    logger.info({ pid: file.pid }, 'the data folder names a process that is another program by now');
  // Whoever bears that pid now, and be it a dead process that its parent has not noticed, would keep PostgreSQL from
  // starting.
  disownPostmasterFile(cluster);
}

/** The PostgreSQL that runs on a data folder, as far as this process can see it. */
export function findPostmaster(cluster: string): { pid: number; identity: string } | null {
  const pid = readPostmasterFile(cluster)?.pid;
  if (pid === undefined) return null;
  const identity = processIdentity(pid);
  return identity !== null && isPostmasterOf(pid, cluster) ? { pid, identity } : null;
}

/**
 * Fast shutdown, then an immediate one: what was acknowledged survives both, and the views are made again up to where
 * they were. Never SIGKILL, which would leave its sessions behind.
 */
async function stopPostmaster(pid: number, identity: string, cluster: string): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5000],
  ] as const) {
    signalIfThere(pid, signal);
    for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(20)) {
      if (processIdentity(pid) !== identity) return;
    }
  }
  throw new DatabaseStartupError(
    `A killed server left PostgreSQL running (process ${pid}, ${cluster}), and it does not stop. End it, then start again.`,
  );
}

/**
 * A postmaster works in its data folder and is told of it by -D; where the system does not show the one, it shows the
 * other.
 */
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

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
