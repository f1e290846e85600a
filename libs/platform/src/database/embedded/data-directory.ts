import { randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir, readFile, realpath, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseStartupError } from '../startup-error.js';
import { isRoot, canAccess, postgresUser, type SystemUser } from './system-user.js';

export interface DataDirectory {
  /** Real path of PostgreSQL's data folder. */
  cluster: string;
  exists: boolean;
  /** Who runs PostgreSQL; null: this process's own user. */
  user: SystemUser | null;
  /** Remembers in the data folder where a new cluster was put. */
  keep: () => Promise<void>;
}

/** Where root puts what the user postgres must reach and cannot reach in the data folder. */
export const systemHome = '/var/lib/dateline';

/**
 * Where the embedded PostgreSQL keeps its data, and who runs it: `<dataDir>/postgres`, or what that links to. For root
 * it is run by whoever owns the data already, else by the user `postgres`; where that user cannot reach the data folder
 * (a checkout under /root), the data go to /var/lib/dateline and a link takes their place.
 *
 * @throws DatabaseRefused where the data cannot be used
 */
export async function dataDirectory(dataDir: string): Promise<DataDirectory> {
  const place = join(dataDir, 'postgres');
  const entry = await lstat(place).catch(() => null);
  if (entry) return existing(place);

  const user = isRoot ? await postgresUser() : null;
  // The cluster's own folder is made by root and given to the user, who must only be able to pass through those above
  // it.
  if (user === null || (await canAccess(user, dataDir)))
    return { cluster: join(await realpath(dataDir), 'postgres'), exists: false, user, keep: () => Promise.resolve() };
  const elsewhere = await makeReachable(join(systemHome, randomBytes(6).toString('hex')));
  if (!(await canAccess(user, elsewhere))) {
    throw new DatabaseStartupError(
      `The user postgres, which runs PostgreSQL for root, can reach neither ${dataDir} nor ${systemHome}. Set DATELINE_DATA_DIR to a folder that it can.`,
    );
  }
  const cluster = join(elsewhere, 'postgres');
  return { cluster, exists: false, user, keep: () => symlink(cluster, place) };
}

async function existing(place: string): Promise<DataDirectory> {
  const cluster = await realpath(place).catch(() => {
    throw new DatabaseStartupError(
      `${place} leads to a folder that is gone. Put it back, or remove the link to begin with an empty database.`,
    );
  });
  const { uid, gid } = await stat(cluster);
  if (isRoot && uid === 0)
    throw new DatabaseStartupError(
      `${cluster} belongs to root, as whom PostgreSQL does not run. Give it to another user (chown -R postgres).`,
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
      `${cluster} cannot be used by ${user ? `its owner (user ${uid})` : 'this user'}. Start Dateline as the user who made it, or set DATELINE_DATA_DIR to another folder.`,
    );
  }
  return { cluster, exists: true, user, keep: () => Promise.resolve() };
}

async function makeReachable(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await Promise.all([systemHome, folder].map((path) => chmod(path, 0o755)));
  return folder;
}
