import { randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir, readFile, realpath, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseStartupError } from '../../config/startup-errors.js';
import { isRoot, canAccess, postgresUser, type SystemUser } from './system-user.js';

export interface DataDirectory {
  /** The real path of PostgreSQL's data folder. */
  cluster: string;
  exists: boolean;
  /** The user that runs PostgreSQL; null: the user of this process. */
  user: SystemUser | null;
  /** Records in the data folder where a new cluster was created. */
  recordPlace: () => Promise<void>;
}

/** Where a server of root puts what the user postgres must reach, if that user cannot reach the data folder. */
export const systemHome = '/var/lib/dateline';

const nothingToRecord = () => Promise.resolve();

/**
 * Where the embedded PostgreSQL keeps its data, and which user runs it. The place is `<dataDir>/postgres`, or the
 * target of that link. If the server is root, the owner of existing data runs it, otherwise the user `postgres`. If
 * that user cannot reach the data folder (as in a checkout under /root), the data go to /var/lib/dateline, with a link
 * to them.
 *
 * @throws DatabaseStartupError if the data cannot be used
 */
export async function dataDirectory(dataDir: string): Promise<DataDirectory> {
  const place = join(dataDir, 'postgres');
  const entry = await lstat(place).catch(() => null);
  if (entry) return existing(place);

  const user = isRoot ? await postgresUser() : null;
  // Root creates the cluster's own folder and gives it to the user, who needs access only to the folders above it.
  if (user === null || (await canAccess(user, dataDir)))
    return { cluster: join(await realpath(dataDir), 'postgres'), exists: false, user, recordPlace: nothingToRecord };
  const elsewhere = await makeReachable(join(systemHome, randomBytes(6).toString('hex')));
  if (!(await canAccess(user, elsewhere))) {
    throw new DatabaseStartupError(
      `The user postgres, which runs PostgreSQL for root, can reach neither ${dataDir} nor ${systemHome}. ` +
        'Set DATELINE_DATA_DIR to a folder that it can reach.',
    );
  }
  const cluster = join(elsewhere, 'postgres');
  return { cluster, exists: false, user, recordPlace: () => symlink(cluster, place) };
}

async function existing(place: string): Promise<DataDirectory> {
  const cluster = await realpath(place).catch(() => {
    throw new DatabaseStartupError(
      `${place} links to a folder that does not exist. ` +
        'Restore the folder, or remove the link to start with an empty database.',
    );
  });
  const { uid, gid } = await stat(cluster);
  if (isRoot && uid === 0)
    throw new DatabaseStartupError(
      `${cluster} belongs to root, but PostgreSQL does not run as root. Give it to another user (chown -R postgres).`,
    );
  const user = isRoot ? { uid, gid } : null;
  const readable = user
    ? await canAccess(user, cluster)
    : await readFile(join(cluster, 'PG_VERSION')).then(
        () => true,
        () => false,
      );
  if (!readable) {
    throw new DatabaseStartupError(
      `${cluster} cannot be used by ${user ? `its owner (user ${uid})` : 'this user'}. ` +
        'Start Dateline as the user who created it, or set DATELINE_DATA_DIR to another folder.',
    );
  }
  return { cluster, exists: true, user, recordPlace: nothingToRecord };
}

async function makeReachable(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await Promise.all([systemHome, folder].map((path) => chmod(path, 0o755)));
  return folder;
}
