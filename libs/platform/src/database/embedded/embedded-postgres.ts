import { access, chmod, constants, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '../../logging/logger.js';
import { DatabaseStartupError } from '../startup-error.js';
import { writeClientAuthentication } from './client-authentication.js';
import { createCluster, superuser } from './create-cluster.js';
import { dataDirectory, systemHome } from './data-directory.js';
import { type FolderLock, lockFolder } from './folder-lock.js';
import { nativeFiles } from './native-files.js';
import { stopOrphan } from './orphan.js';
import { keepPasswords, readEarlierPassword, removeEarlierPassword } from './passwords.js';
import { type PostgresSettings, startPostmaster } from './postmaster.js';
import { embeddedUrl, ownerRole, provision, serverRole } from './provision.js';
import { isRoot } from './system-user.js';

export interface EmbeddedPostgres {
  /** As the superuser, on its own database. For tests; the server needs no superuser. */
  superuserUrl: string;
  ownerUrl: string;
  serverUrl: string;
  /** The data folder's real path. */
  folder: string;
  /** The postmaster's. */
  pid: number;
  /** Resolves, with the reason, when PostgreSQL ends by itself, or another server took the data folder. */
  lost: Promise<string>;
  /** Stops PostgreSQL and gives the data folder up. Can be called twice. */
  stop: () => Promise<void>;
}

/**
 * The PostgreSQL that comes with Dateline, on the data kept in `<dataDir>/postgres`: made on the first start, and
 * started over whatever an earlier server left behind, killed ones included. It ends with this process; where this
 * process is killed, the next start finds it.
 *
 * @param settings PostgreSQL's, over the defaults
 * @throws DatabaseRefused with a message for the operator
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  logger: Logger,
  settings: PostgresSettings = {},
): Promise<EmbeddedPostgres> {
  await makeDataFolder(dataDir);
  const lock = await lockFolder(dataDir, { logger });
  process.on('exit', lock.release);
  const giveUp = () => {
    process.off('exit', lock.release);
    lock.release();
  };
  try {
    return await startLocked(dataDir, logger, settings, lock, giveUp);
  } catch (error) {
    giveUp();
    throw error;
  }
}

/** @param giveUp gives up the lock of the data folder */
async function startLocked(
  dataDir: string,
  logger: Logger,
  settings: PostgresSettings,
  lock: FolderLock,
  giveUp: () => void,
): Promise<EmbeddedPostgres> {
  const began = Date.now();
  const passwords = keepPasswords(dataDir);
  const { files, cluster, user, made } = await readyCluster(dataDir, passwords.superuser, logger, lock);
  await writeClientAuthentication(cluster, user);
  const logFile = join(dataDir, 'postgres.log');
  const postmaster = await startPostmaster(
    { files, cluster, logFile, user, kernelLock: lock.kernelLock() },
    settings,
    logger,
  );
  const { port, pid } = postmaster;
  let stopping = false;
  const stop = async () => {
    stopping = true;
    await postmaster.stop();
    giveUp();
  };
  const lost = new Promise<string>((resolve) => {
    void postmaster.ended.then(() => {
      if (!stopping) resolve(`the embedded PostgreSQL has ended by itself; its last words are in ${logFile}`);
    });
    void lock.lost.then(() => {
      if (stopping) return;
      resolve(`the data folder ${dataDir} is no longer this server's: server.lock was removed, or is another server's`);
      postmaster.abort();
    });
  });
  try {
    const earlier = readEarlierPassword(dataDir);
    await provision(port, passwords, earlier);
    if (earlier !== null) removeEarlierPassword(dataDir);
  } catch (error) {
    await stop();
    throw error;
  }
  logger.info({ port, pid, folder: cluster, made, ms: Date.now() - began }, 'the embedded PostgreSQL is running');
  return {
    superuserUrl: embeddedUrl(superuser, passwords.superuser, port, 'postgres'),
    ownerUrl: embeddedUrl(ownerRole, passwords.owner, port),
    serverUrl: embeddedUrl(serverRole, passwords.server, port),
    folder: cluster,
    pid,
    lost,
    stop,
  };
}

/**
 * PostgreSQL's programs, and data that they can start on: new ones, or those of an earlier start with nobody on them.
 */
async function readyCluster(dataDir: string, password: string, logger: Logger, lock: FolderLock) {
  const { cluster, exists, user, keep } = await dataDirectory(dataDir);
  const files = await nativeFiles(user, isRoot ? systemHome : dataDir, logger);
  if (exists) {
    await refuseOtherVersion(cluster, files.majorVersion);
    await stopOrphan(cluster, logger, () => lock.secure());
  } else {
    await lock.secure();
    await createCluster(files, cluster, user, password);
    await keep();
  }
  return { files, cluster, user, made: !exists };
}

/**
 * Open to passers-through, whatever the umask: the user who runs PostgreSQL for root must get to its own folder inside.
 * The secrets in it have modes of their own.
 */
async function makeDataFolder(dataDir: string): Promise<void> {
  try {
    const made = await mkdir(dataDir, { recursive: true });
    if (made !== undefined) await chmod(dataDir, 0o755);
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new DatabaseStartupError(
      `The data folder ${dataDir} (DATELINE_DATA_DIR) cannot be made or written to: ${(error as NodeJS.ErrnoException).code}.`,
    );
  }
}

async function refuseOtherVersion(cluster: string, majorVersion: number): Promise<void> {
  const made = Number(await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => 'NaN'));
  if (made === majorVersion) return;
  throw new DatabaseStartupError(
    Number.isNaN(made)
      ? `${cluster} is no data folder of PostgreSQL.`
      : `${cluster} was made by PostgreSQL ${made}, and this Dateline brings PostgreSQL ${majorVersion}.`,
    'Move it away to begin with an empty database, or set DATABASE_URL to a PostgreSQL that has the data.',
  );
}
