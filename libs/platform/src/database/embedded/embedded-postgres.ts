import { access, chmod, constants, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '../../logging/logger.js';
import { DatabaseStartupError } from '../../config/startup-errors.js';
import { createCluster, superuser, writeClientAuthentication } from './create-cluster.js';
import { dataDirectory, systemHome } from './data-directory.js';
import { type FolderLock, lockFolder } from './folder-lock.js';
import { nativeFiles } from './native-files.js';
import { stopOrphan } from './orphan.js';
import { loadPasswords, readEarlierPassword, removeEarlierPassword } from './passwords.js';
import { type PostgresSettings, startPostmaster } from './postmaster.js';
import { embeddedUrl, ownerRole, provision, serverRole } from './provision.js';
import { isRoot } from './system-user.js';

export interface EmbeddedPostgres {
  /** Connects as the superuser, to its own database. For tests; the server needs no superuser. */
  superuserUrl: string;
  ownerUrl: string;
  serverUrl: string;
  /** The real path of the data folder. */
  folder: string;
  /** The process id of the postmaster. */
  pid: number;
  /** Resolves, with the reason, when PostgreSQL ends by itself, or another server takes the data folder over. */
  lost: Promise<string>;
  /** Stops PostgreSQL and releases the data folder. Can be called twice. */
  stop: () => Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with Dateline, on the data in `<dataDir>/postgres`. The first start creates the
 * data; later ones clean up what an earlier server left, even a killed one. PostgreSQL ends with this process. If this
 * process is killed, PostgreSQL runs on, and the next start stops it.
 *
 * @param settings of PostgreSQL, over the defaults
 * @throws DatabaseStartupError with a message for the operator
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  logger: Logger,
  settings: PostgresSettings = {},
): Promise<EmbeddedPostgres> {
  await createDataFolder(dataDir);
  const lock = await lockFolder(dataDir, { logger });
  process.on('exit', lock.release);
  const releaseFolder = () => {
    process.off('exit', lock.release);
    lock.release();
  };
  try {
    return await startLocked(dataDir, logger, settings, lock, releaseFolder);
  } catch (error) {
    releaseFolder();
    throw error;
  }
}

/** @param releaseFolder releases the lock of the data folder */
async function startLocked(
  dataDir: string,
  logger: Logger,
  settings: PostgresSettings,
  lock: FolderLock,
  releaseFolder: () => void,
): Promise<EmbeddedPostgres> {
  const began = Date.now();
  const passwords = loadPasswords(dataDir);
  const { files, cluster, user, isNew } = await prepareCluster(dataDir, passwords.superuser, logger, lock);
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
    releaseFolder();
  };
  const lost = new Promise<string>((resolve) => {
    void postmaster.ended.then(() => {
      if (!stopping) resolve(`the embedded PostgreSQL has ended by itself; see the end of ${logFile}`);
    });
    void lock.lost.then(() => {
      if (stopping) return;
      resolve(`the data folder ${dataDir} was taken over: server.lock was removed, or belongs to another server`);
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
  const ms = Date.now() - began;
  logger.info({ port, pid, folder: cluster, made: isNew, ms }, 'the embedded PostgreSQL is running');
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
 * Finds PostgreSQL's programs, and creates the data folder, or makes sure that no PostgreSQL runs on an existing one.
 */
async function prepareCluster(dataDir: string, password: string, logger: Logger, lock: FolderLock) {
  const { cluster, exists, user, recordPlace } = await dataDirectory(dataDir);
  const files = await nativeFiles(user, isRoot ? systemHome : dataDir, logger);
  if (exists) {
    await refuseOtherVersion(cluster, files.majorVersion);
    await stopOrphan(cluster, logger, () => lock.secure());
  } else {
    await lock.secure();
    await createCluster(files, cluster, user, password);
    await recordPlace();
  }
  return { files, cluster, user, isNew: !exists };
}

/**
 * Creates the data folder so that every user can pass through it, whatever the umask: the user that runs PostgreSQL for
 * root must reach its own folder inside. The secrets in it have stricter modes.
 */
async function createDataFolder(dataDir: string): Promise<void> {
  try {
    const created = await mkdir(dataDir, { recursive: true });
    if (created !== undefined) await chmod(dataDir, 0o755);
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new DatabaseStartupError(
      `The data folder ${dataDir} (DATELINE_DATA_DIR) cannot be created or written to: ${code}.`,
    );
  }
}

async function refuseOtherVersion(cluster: string, majorVersion: number): Promise<void> {
  const version = Number(await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => 'NaN'));
  if (version === majorVersion) return;
  throw new DatabaseStartupError(
    Number.isNaN(version)
      ? `${cluster} is not a data folder of PostgreSQL.`
      : `${cluster} was created by PostgreSQL ${version}, but this Dateline comes with PostgreSQL ${majorVersion}.`,
    'Move it away to start with an empty database, or set DATABASE_URL to a PostgreSQL that has the data.',
  );
}
