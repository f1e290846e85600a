import { closeSync, rmSync } from 'node:fs';
import { type FileHandle, open, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../logging/logger.js';
import { DatabaseStartupError } from '../../config/startup-errors.js';
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
import { readPostmasterFile } from './postmaster.js';
import { isSameSpace, NO_BOOT, processIdentity, type ProcessSpace, processSpace } from './process-identity.js';

/** The interval of the heartbeat of a holder, milliseconds. */
const HEARTBEAT_MS = 1_000;
/** After how long without a heartbeat a holder counts as dead, milliseconds: several beats, because it may be slow. */
const WATCH_MS = 5_000;
/** How long the last sessions of a stopped PostgreSQL may take to end, milliseconds. */
const LINGER_MS = 10_000;

/** The lock of this process on a data folder. */
export interface FolderLock {
  /**
   * Resolves once no other process on this kernel uses the folder. Call it after the PostgreSQL that an earlier server
   * left is stopped, and before anything is written that PostgreSQL reads.
   *
   * @throws DatabaseStartupError if a process in another container still uses it
   */
  secure: () => Promise<void>;
  /** The file descriptor of the kernel's lock, for PostgreSQL, which then holds the lock while it lives; null: none. */
  kernelLock: () => number | null;
  /**
   * Resolves when the lock file is removed, or belongs to another server. The folder was then taken over, and this
   * server must stop using it at once.
   */
  lost: Promise<void>;
  /** Releases the folder. Synchronous, so that it can run while the process exits. Can be called twice. */
  release: () => void;
}

export interface FolderLockOptions {
  logger: Logger;
  /** How long to watch for the heartbeat of a holder that this process cannot see, milliseconds. */
  watchMs?: number;
  /** The process space of this process; for tests. */
  space?: ProcessSpace;
}

/**
 * Locks a data folder for this process: only one server may use it. Without the lock, a second server would take the
 * first one's PostgreSQL for an orphan and stop it, or start another PostgreSQL on the same data.
 *
 * The lock of a holder in this PID namespace ends with its process. A holder in another namespace, or on another
 * machine, cannot be seen. Its lock ends when it is proven that its PostgreSQL has ended too: by the kernel's lock, or
 * by a new boot of the only machine that can have the folder. In doubt the folder is refused
 * (docs/adr/0029-the-lock-of-a-data-folder.md).
 *
 * @throws DatabaseStartupError while another server holds the lock, or may hold it
 */
export async function lockFolder(
  folder: string,
  { logger, watchMs = WATCH_MS, space = processSpace() }: FolderLockOptions,
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
    while (!createLockFile(path, own)) await discardDeadLock({ folder, path, own, kernel, watchMs, logger });
    const heart = startHeartbeat(path, own, await open(path, 'r+'));
    return {
      secure: async () => {
        for (const deadline = performance.now() + LINGER_MS; kernel === 'held'; await sleep(100)) {
          kernel = takeKernelLock(folder);
          if (kernel === 'held' && performance.now() > deadline) throw new DatabaseStartupError(...folderInUse(folder));
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
  watchMs: number;
  logger: Logger;
}

/** Removes the lock file if its holder has certainly ended. @throws DatabaseStartupError otherwise */
async function discardDeadLock(attempt: Attempt): Promise<void> {
  const holder = readHolder(attempt.path);
  if (holder !== null && !(await isAbandoned(attempt, holder))) return;
  discardLockFile(attempt.path, holder);
}

/** false: the lock file changed during the check. @throws DatabaseStartupError if the holder runs, or may run */
async function isAbandoned({ folder, path, own, kernel, watchMs, logger }: Attempt, holder: Holder): Promise<boolean> {
  if (processIdentity(holder.pid) === holder.identity) {
    throw new DatabaseStartupError(
      `Another Dateline (process ${holder.pid}) is running on this data folder (${path}).`,
      'Stop it first, or give this one a folder of its own with DATELINE_DATA_DIR.',
    );
  }
  if (isSameSpace(holder, own)) return true;

  const name = `process ${holder.pid} on the host ${holder.host}, in another container or on another machine`;
  const heartbeat = kernel === 'held' ? 'moving' : await watchHeartbeat(path, watchMs);
  if (heartbeat === 'gone' || !isSameHolder(readHolder(path), holder)) return false;
  if (heartbeat === 'moving') {
    throw new DatabaseStartupError(
      `Another Dateline, or the PostgreSQL that it started, is running on this data folder (${path}): ${name}.`,
      'Stop it first, or give this one a folder of its own with DATELINE_DATA_DIR.',
    );
  }
  if (!(await hasEnded(holder, folder, own, kernel))) {
    throw new DatabaseStartupError(
      `The last Dateline on this data folder did not release it, and cannot be seen from here: ${name}.`,
      'It shows no sign of life. But its PostgreSQL may still run there, and two of them on one folder would destroy ' +
        'the data.',
      `Make sure that no Dateline and no PostgreSQL uses ${folder} in any container or on any machine. ` +
        `Then remove ${path} and start again.`,
    );
  }
  logger.warn({ holder }, 'the data folder is taken over from a server that this one cannot see, but that has ended');
  return true;
}

/** Whether a holder that cannot be seen, and its PostgreSQL, have certainly ended. */
async function hasEnded(holder: Holder, folder: string, own: Holder, kernel: KernelLock): Promise<boolean> {
  if (holder.boot !== own.boot) return holder.boot !== NO_BOOT && (await isLocalFolder(folder));
  if (holder.pidNamespace === UNKNOWN_NAMESPACE) return leftNoPostmasterElsewhere(folder);
  return holder.kernelLock && typeof kernel === 'object' && (await isLocalFolder(folder));
}

/** For a holder of an earlier version: whether its PostgreSQL was stopped, or runs where this process can see it. */
async function leftNoPostmasterElsewhere(folder: string): Promise<boolean> {
  const cluster = await realpath(join(folder, 'postgres')).catch(() => null);
  return cluster === null || readPostmasterFile(cluster) === null || findPostmaster(cluster) !== null;
}

/** Updates the lock file's modification time while this process lives, and checks whether the file is still its own. */
function startHeartbeat(path: string, own: Holder, file: FileHandle): { lost: Promise<void>; stop: () => void } {
  let timer: NodeJS.Timeout;
  let stopped = false;
  const lost = new Promise<void>((resolve) => {
    let missing = 0;
    const beat = async (): Promise<void> => {
      // By the open file, so that the lock file of another server, which may have replaced it, is not touched.
      const now = new Date();
      await file.utimes(now, now).catch(() => undefined);
      const [state, holder] = [await stateOf(path), readHolder(path)];
      // A starting server may move the lock file away for a moment while it checks the file.
      missing = state === 'missing' ? missing + 1 : 0;
      if (stopped) return;
      if (missing === 2 || (holder !== null && !isSameHolder(holder, own))) return resolve();
      schedule();
    };
    const schedule = (): void => {
      timer = setTimeout(() => void beat(), HEARTBEAT_MS);
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

const folderInUse = (folder: string): string[] => [
  `A Dateline or a PostgreSQL that this one cannot see still uses ${folder}, in another container.`,
  'Stop it first, or give this one a folder of its own with DATELINE_DATA_DIR.',
];
