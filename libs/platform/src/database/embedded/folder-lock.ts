import { closeSync, rmSync } from 'node:fs';
import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../logging/logger.js';
import { DatabaseStartupError } from '../startup-error.js';
import {
  createLockFile,
  discardLockFile,
  type Holder,
  isSameHolder,
  readHolder,
  UNKNOWN_NAMESPACE,
  watchHeartbeat,
} from './folder-lock-file.js';
import { isLocalFolder, type KernelLock, takeKernelLock } from './kernel-lock.js';
import { findPostmaster } from './orphan.js';
import { readPostmasterFile } from './postmaster-file.js';
import { processIdentity } from './process-identity.js';
import { isSameSpace, NO_BOOT, type ProcessSpace, processSpace } from './process-space.js';

/** How often the holder of a folder shows that it lives, milliseconds. */
const BEAT = 1_000;
/**
 * How long a heartbeat must stand still to count as none, milliseconds: several beats, for a holder whose machine has
 * other things to do.
 */
const WATCHED = 5_000;
/** How long the last sessions of a stopped PostgreSQL may take to end, milliseconds. */
const LINGERING = 10_000;

/** The hold of this process on a data folder. */
export interface FolderLock {
  /**
   * Resolves once no other process on this kernel is at work in the folder. Call it when the PostgreSQL that an earlier
   * server left is stopped, and before anything is written that PostgreSQL reads.
   *
   * @throws DatabaseRefused where one still is: in another container
   */
  secure: () => Promise<void>;
  /** Hands the kernel's lock on to PostgreSQL, which then holds it for as long as it lives; null: there is none. */
  kernelLock: () => number | null;
  /**
   * Resolves when the lock file was removed or is another server's: somebody took the folder over, and this server must
   * leave it at once.
   */
  lost: Promise<void>;
  /** Gives the folder up; synchronous, so that it can run while the process exits. Can be called twice. */
  release: () => void;
}

export interface FolderLockOptions {
  logger: Logger;
  /** How long the heartbeat of a holder is watched that may live where this process cannot see it, milliseconds. */
  watched?: number;
  /** Where this process is: for tests. */
  space?: ProcessSpace;
}

/**
 * Takes a data folder for this process: one server to a folder. Without the lock, a second server would take the first
 * one's PostgreSQL for an orphan and stop it, or start another one on the same data.
 *
 * A holder of this PID namespace counts for nothing once its process has ended, however it ended. One of another
 * namespace or machine cannot be seen: it counts for nothing where the kernel's lock, or a new boot of the only machine
 * that can have the folder, proves that also its PostgreSQL has ended. In doubt the folder is refused
 * (docs/adr/0029-the-lock-of-a-data-folder.md).
 *
 * @throws DatabaseRefused while another server holds it, or may
 */
export async function lockFolder(
  folder: string,
  { logger, watched = WATCHED, space = processSpace() }: FolderLockOptions,
): Promise<FolderLock> {
  const path = join(folder, 'server.lock');
  let kernel = takeKernelLock(folder);
  const releaseKernel = (): void => {
    if (typeof kernel === 'object') closeSync(kernel.fd);
    kernel = 'unavailable';
  };
  try {
    const own: Holder = {
      pid: process.pid,
      identity: processIdentity(process.pid) ?? '',
      ...space,
      kernelLock: kernel !== 'unavailable',
    };
    while (!createLockFile(path, own)) await discardGone({ folder, path, own, kernel, watched, logger });
    const heart = startHeartbeat(path, own, await open(path, 'r+'));
    return {
      secure: async () => {
        for (const deadline = performance.now() + LINGERING; kernel === 'held'; await sleep(100)) {
          kernel = takeKernelLock(folder);
          if (kernel === 'held' && performance.now() > deadline) throw new DatabaseStartupError(...unseen(folder));
        }
      },
      kernelLock: () => (typeof kernel === 'object' ? kernel.fd : null),
      lost: heart.lost,
      release: () => {
        heart.stop();
        if (isSameHolder(readHolder(path), own)) rmSync(path, { force: true });
        releaseKernel();
      },
    };
  } catch (error) {
    releaseKernel();
    throw error;
  }
}

interface Attempt {
  folder: string;
  path: string;
  own: Holder;
  kernel: KernelLock;
  watched: number;
  logger: Logger;
}

/** Removes the lock file if its holder is gone for certain. @throws DatabaseRefused where it is not */
async function discardGone(attempt: Attempt): Promise<void> {
  const holder = readHolder(attempt.path);
  if (holder !== null && !(await isGone(attempt, holder))) return;
  discardLockFile(attempt.path, holder);
}

/** false: the lock file was changed while it was looked at. @throws DatabaseRefused where the holder runs, or may */
async function isGone({ folder, path, own, kernel, watched, logger }: Attempt, holder: Holder): Promise<boolean> {
  if (processIdentity(holder.pid) === holder.identity) {
    throw new DatabaseStartupError(
      `Another Dateline (process ${holder.pid}) is running on this data folder (${path}).`,
      'Stop it first, or give this one a folder of its own with DATELINE_DATA_DIR.',
    );
  }
  if (isSameSpace(holder, own)) return true;

  const name = `process ${holder.pid} on the host ${holder.host}, in another container or on another machine`;
  const heartbeat = kernel === 'held' ? 'moving' : await watchHeartbeat(path, watched);
  if (heartbeat === 'gone' || !isSameHolder(readHolder(path), holder)) return false;
  if (heartbeat === 'moving') {
    throw new DatabaseStartupError(
      `Another Dateline, or the PostgreSQL that it started, is running on this data folder (${path}): ${name}.`,
      'Stop it first, or give this one a folder of its own with DATELINE_DATA_DIR.',
    );
  }
  if (!(await hasEnded(holder, folder, own, kernel))) {
    throw new DatabaseStartupError(
      `The last Dateline on this data folder did not give it up, and cannot be seen from here: ${name}.`,
      'It shows no sign of life. But its PostgreSQL may still run there, and two of them on one folder would destroy the data.',
      `Make sure that no Dateline and no PostgreSQL uses ${folder} in any container or on any machine. Then remove ${path} and start again.`,
    );
  }
  logger.warn({ holder }, 'the data folder is taken over from a server that this one cannot see, and which has ended');
  return true;
}

/** Whether it is certain that a holder that cannot be seen has ended, and its PostgreSQL with it. */
async function hasEnded(holder: Holder, folder: string, own: Holder, kernel: KernelLock): Promise<boolean> {
  if (holder.boot !== own.boot) return holder.boot !== NO_BOOT && (await isLocalFolder(folder));
  if (holder.pidNamespace === UNKNOWN_NAMESPACE) return leftNoPostmasterElsewhere(folder);
  return holder.kernelLock && typeof kernel === 'object' && (await isLocalFolder(folder));
}

/**
 * Of a holder that did not say where it was: its PostgreSQL has ended in order, or stands where this process sees it.
 */
async function leftNoPostmasterElsewhere(folder: string): Promise<boolean> {
  const cluster = await realpath(join(folder, 'postgres')).catch(() => null);
  return cluster === null || readPostmasterFile(cluster) === null || findPostmaster(cluster) !== null;
}

/** Shows by the lock file's modification time that this process lives, and looks whether the file is still its own. */
function startHeartbeat(path: string, own: Holder, file: FileHandle): { lost: Promise<void>; stop: () => void } {
  let timer: NodeJS.Timeout;
  let stopped = false;
  const lost = new Promise<void>((resolve) => {
    let missing = 0;
    const beat = async (): Promise<void> => {
      // By the open file: where another server's lock has taken its place, that is not touched.
      const now = new Date();
      await file.utimes(now, now).catch(() => undefined);
      const [state, holder] = [await stateOf(path), readHolder(path)];
      // A server that starts may move a lock away for a moment while it looks at it.
      missing = state === 'missing' ? missing + 1 : 0;
      if (stopped) return;
      if (missing === 2 || (holder !== null && !isSameHolder(holder, own))) return resolve();
      schedule();
    };
    const schedule = (): void => {
      timer = setTimeout(() => void beat(), BEAT);
      timer.unref();
    };
    schedule();
  });
  return {
    lost,
    stop: () => {
      if (stopped) return;
      stopped = true;
      clearTimeout(timer);
      void file.close().catch(() => undefined);
    },
  };
}

async function stateOf(path: string): Promise<'there' | 'missing'> {
  return stat(path).then(
    () => 'there',
    (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? 'missing' : 'there'),
  );
}

const unseen = (folder: string): string[] => [
  `A Dateline or a PostgreSQL that this one cannot see is still at work in ${folder}: in another container.`,
  'Stop it first, or give this one a folder of its own with DATELINE_DATA_DIR.',
];
