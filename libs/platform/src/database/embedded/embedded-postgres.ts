import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '../../logging/logger.js';
import { keepSecret } from '../../keys/secret-file.js';
import { DatabaseRefused } from '../database-refused.js';
import { createCluster, superuser } from './create-cluster.js';
import { dataHome, systemHome } from './data-home.js';
import { lockFolder } from './folder-lock.js';
import { nativeFiles } from './native-files.js';
import { stopOrphan } from './orphan.js';
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
  /** Resolves, with the reason, when PostgreSQL ends by itself. */
  lost: Promise<string>;
  /** Stops PostgreSQL and gives the data folder up. Can be called twice. */
  stop: () => Promise<void>;
}

/**
 * The PostgreSQL that comes with Dateline, on the data kept in `<dataDir>/postgres`: made on the first start, and started over whatever an earlier server
 * left behind, killed ones included. It ends with this process; where this process is killed, the next start finds it.
 *
 * @param settings PostgreSQL's, over the defaults
 * @throws DatabaseRefused with a message for the operator
 */
export async function startEmbeddedPostgres(dataDir: string, logger: Logger, settings: PostgresSettings = {}): Promise<EmbeddedPostgres> {
  await makeDataFolder(dataDir);
  const unlock = lockFolder(dataDir);
  const interrupted = new AbortController();
  const onExit = () => {
    interrupted.abort();
    unlock();
  };
  process.on('exit', onExit);
  const giveUp = () => {
    process.off('exit', onExit);
    unlock();
  };
  try {
    const began = Date.now();
    const home = await dataHome(dataDir);
    const files = await nativeFiles(home.user, isRoot ? systemHome : dataDir, logger);
    const password = keepSecret(join(dataDir, 'postgres-password'), () => randomBytes(24).toString('hex')).secret;
    if (home.exists) {
      await refuseOtherVersion(home.cluster, files.majorVersion);
      await stopOrphan(home.cluster, logger);
    } else {
      await createCluster(files, home.cluster, home.user, password, interrupted.signal);
      await home.keep();
    }
    const logFile = join(dataDir, 'postgres.log');
    const postmaster = await startPostmaster({ files, cluster: home.cluster, logFile, user: home.user }, settings, logger);
    const { port, pid } = postmaster;
    let stopping = false;
    const lost = new Promise<string>((resolve) => {
      void postmaster.ended.then(() => {
        if (!stopping) resolve(`the embedded PostgreSQL has ended by itself; its last words are in ${logFile}`);
      });
    });
    const stop = async () => {
      stopping = true;
      await postmaster.stop();
      giveUp();
    };
    try {
      const superuserUrl = embeddedUrl(superuser, password, port, 'postgres');
      await provision(superuserUrl, password);
      logger.info({ port, pid, folder: home.cluster, made: !home.exists, ms: Date.now() - began }, 'the embedded PostgreSQL is running');
      const [ownerUrl, serverUrl] = [embeddedUrl(ownerRole, password, port), embeddedUrl(serverRole, password, port)];
      return { superuserUrl, ownerUrl, serverUrl, folder: home.cluster, pid, lost, stop };
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    giveUp();
    throw error;
  }
}

/** Open to passers-through, whatever the umask: the user who runs PostgreSQL for root must get to its own folder inside. The secrets in it have modes of their own. */
async function makeDataFolder(dataDir: string): Promise<void> {
  try {
    const made = await mkdir(dataDir, { recursive: true });
    if (made !== undefined) await chmod(dataDir, 0o755);
  } catch (error) {
    throw new DatabaseRefused(`The data folder ${dataDir} (DATELINE_DATA_DIR) cannot be made: ${(error as Error).message}.`);
  }
}

async function refuseOtherVersion(cluster: string, majorVersion: number): Promise<void> {
  const made = Number(await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => 'NaN'));
  if (made === majorVersion) return;
  throw new DatabaseRefused(
    Number.isNaN(made)
      ? `${cluster} is no data folder of PostgreSQL.`
      : `${cluster} was made by PostgreSQL ${made}, and this Dateline brings PostgreSQL ${majorVersion}.`,
    'Move it away to begin with an empty database, or set DATABASE_URL to a PostgreSQL that has the data.',
  );
}
