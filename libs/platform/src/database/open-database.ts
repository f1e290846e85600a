import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Config } from '../config/config.js';
import { reasonForOperator } from '../logging/describe-error.js';
import type { Logger } from '../logging/logger.js';
import { connect, connectPatience } from './connect.js';
import { isTransientDatabaseError } from './transient-errors.js';
import { databaseAddress } from './database-address.js';
import { DatabaseStartupError } from './startup-error.js';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.js';
import { checkDurability } from './durability.js';
import { readLogId } from './log-id.js';
import { migrate, migrationTable } from './migrate.js';
import { sharedSecret } from './shared-secret.js';

export { DatabaseStartupError } from './startup-error.js';

export interface Database {
  /** The role that the server works with. */
  url: string;
  /** The role that owns the tables. */
  ownerUrl: string;
  /** Not through a transaction pooler: for LISTEN. */
  directUrl: string;
  embedded: boolean;
  /** The log's own id, a UUID: see log-id.ts. */
  logId: string;
  /**
   * True where the server could change the log: it works as the owner of the tables, as a member of that role, or as a
   * superuser.
   */
  serverIsOwner: boolean;
  /** PostgreSQL's, for example `18.4`. */
  version: string;
  /** For people: the folder of the embedded database, else `role@host:port/database`. Holds no secret. */
  place: string;
  /** What all servers of this database sign cursors with, after a restart too. */
  cursorSecret: Buffer;
  /** Resolves, with the reason, when the embedded PostgreSQL ends by itself. Otherwise pending for ever. */
  lost: Promise<string>;
  /** Stops the embedded PostgreSQL; does nothing to any other. */
  stop: () => Promise<void>;
}

type Addresses = Pick<Database, 'url' | 'ownerUrl' | 'directUrl' | 'embedded' | 'place' | 'lost' | 'stop'>;

/**
 * The database that the server works on: the configured one, or the embedded PostgreSQL where there is none. Checked
 * for durability, migrated, and the server's role granted what it needs.
 *
 * @throws DatabaseRefused with a message for the operator; an embedded PostgreSQL has then been stopped
 */
export async function openDatabase(config: Config, logger: Logger): Promise<Database> {
  const addresses =
    config.databaseUrl === null ? await embedded(config.dataDir, logger) : external(config, config.databaseUrl);
  try {
    return { ...addresses, ...(await prepared(addresses, logger)) };
  } catch (error) {
    await addresses.stop();
    throw error;
  }
}

async function embedded(dataDir: string, logger: Logger): Promise<Addresses> {
  const { serverUrl: url, ownerUrl, folder: place, lost, stop } = await startEmbeddedPostgres(dataDir, logger);
  return { url, ownerUrl, directUrl: url, embedded: true, place, lost, stop };
}

function external(config: Config, url: string): Addresses {
  const directUrl = config.databaseDirectUrl ?? url;
  return {
    url,
    ownerUrl: config.databaseOwnerUrl ?? directUrl,
    directUrl,
    embedded: false,
    place: databaseAddress(url),
    lost: new Promise(() => undefined),
    stop: () => Promise.resolve(),
  };
}

/**
 * Prepares it, begun again where the database goes away in the middle. A migration is done whole or leaves nothing
 * behind, so it can be.
 */
async function prepared(addresses: Addresses, logger: Logger): ReturnType<typeof prepare> {
  for (const deadline = performance.now() + connectPatience; ; await sleep(500)) {
    try {
      return await prepare(addresses, logger);
    } catch (error) {
      if (!isTransientDatabaseError(error)) throw error;
      if (performance.now() > deadline)
        throw new DatabaseStartupError(
          `The database at ${addresses.place} goes away again and again: ${reasonForOperator(error)}.`,
        );
      logger.warn({ database: addresses.place, err: error }, 'the database went away in the middle of the start');
    }
  }
}

async function prepare(
  { url, ownerUrl, place }: Addresses,
  logger: Logger,
): Promise<Pick<Database, 'logId' | 'serverIsOwner' | 'version' | 'cursorSecret'>> {
  const server = await connect(url, 'DATABASE_URL', logger);
  try {
    const fitness = await checkDurability(server);
    if (fitness.problems.length > 0) {
      throw new DatabaseStartupError(
        `The database at ${place} cannot be used:`,
        ...fitness.problems.map((problem) => `  ${problem}`),
      );
    }
    const owner = await connect(ownerUrl, 'DATABASE_OWNER_URL', logger);
    try {
      await refuseAnotherDatabase(server, owner);
      const ownerRole = await roleOf(owner);
      const migrated = await migrate(owner, ownerUrl, ownerRole === fitness.role ? null : fitness.role);
      if (migrated.length > 0) logger.info({ migrations: migrated }, 'the schema was brought up to date');
      const serverIsOwner = await ownsTables(server);
      if (serverIsOwner)
        logger.warn(
          { role: fitness.role },
          'the server works as the owner of its tables: nothing but a trigger keeps it from changing the log',
        );
      const [logId, cursorSecret] = [await readLogId(server), await sharedSecret(server, 'cursors')];
      return { logId, serverIsOwner, version: fitness.version, cursorSecret };
    } finally {
      await owner.end();
    }
  } finally {
    await server.end();
  }
}

async function refuseAnotherDatabase(server: pg.Client, owner: pg.Client): Promise<void> {
  const [served, owned] = await Promise.all([databaseOf(server), databaseOf(owner)]);
  if (served === owned) return;
  throw new DatabaseStartupError(
    `DATABASE_URL leads to the database ${served}, and DATABASE_OWNER_URL to ${owned}: both must name the same one.`,
  );
}

async function databaseOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select current_database()::text as name');
  return rows[0]?.name ?? '';
}

async function roleOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ role: string }>('select current_user::text as role');
  return rows[0]?.role ?? '';
}

/**
 * Whether a role could change what it may only add to. Asked of the tables: who migrates need not be who made them.
 * Superusers hold every role.
 */
async function ownsTables(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ owns: boolean }>(
    `select pg_has_role(current_user, relowner, 'member') as owns from pg_class where oid = '${migrationTable}'::regclass`,
  );
  return rows[0]?.owns ?? false;
}
