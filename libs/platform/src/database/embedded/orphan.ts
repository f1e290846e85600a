import { readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../logging/logger.js';
import { DatabaseRefused } from '../database-refused.js';
import { disownPostmasterFile, readPostmasterFile } from './postmaster-file.js';
import { processCommand, processIdentity } from './process-identity.js';

/**
 * Clears the way on a data folder that a killed server left behind, by stopping the PostgreSQL that outlived it. Call it only while holding the folder's
 * lock: nobody else is then using that PostgreSQL.
 *
 * @throws DatabaseRefused when it cannot be stopped
 */
export async function stopOrphan(cluster: string, logger: Logger): Promise<void> {
  const left = readPostmasterFile(cluster);
  const identity = left && processIdentity(left.pid);
  if (!left || identity === null) return; // PostgreSQL itself gets over the file of a process that is gone.
  if (!isPostmasterOf(left.pid, cluster)) {
    logger.info({ pid: left.pid }, 'the data folder names a process that is another program by now');
    disownPostmasterFile(cluster);
    return;
  }
  logger.warn({ pid: left.pid }, 'a server was killed here: stopping the PostgreSQL that it left running');
  // Fast shutdown, then an immediate one: what is committed survives both. Never SIGKILL, which would leave its sessions behind.
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5000],
  ] as const) {
    signalIfThere(left.pid, signal);
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (processIdentity(left.pid) !== identity) return;
      await sleep(20);
    }
  }
  throw new DatabaseRefused(
    `A killed server left PostgreSQL running (process ${left.pid}, ${cluster}), and it does not stop. End it, then start again.`,
  );
}

/** A postmaster works in its data folder, and is told of it by -D. */
function isPostmasterOf(pid: number, cluster: string): boolean {
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) !== cluster) return false;
  } catch {
    // Without /proc, or without the right to look, the command line says it.
  }
  const command = processCommand(pid);
  return command.includes('postgres') && command.includes(cluster);
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
