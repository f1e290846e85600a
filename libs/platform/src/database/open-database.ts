import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Config } from '../config/config.js';
import { DatabaseStartupError } from '../config/startup-errors.js';
import type { Logger } from '../logging/logger.js';
import { connect, databaseAddress } from './connect.js';
import { checkDurability } from './durability.js';
import { startEmbeddedPostgres } from './embedded/embedded-postgres.js';
import { readLogId } from './log-id.js';
import { migrate, migrationTable } from './migrate.js';

export interface Database {
  /** Connects as the server's role. */
  url: string;
  /** Connects as the role that owns the tables. */
  ownerUrl: string;
  /** Connects without a transaction pooler: for LISTEN. */
  directUrl: string;
  embedded: boolean;
  /** The id of the log, a UUID: see log-id.ts. */
  logId: string;
  /**
   * Whether the server could change the log: it connects as the owner of the tables, as a member of that role, or as a
   * superuser.
   */
  serverIsOwner: boolean;
  /** PostgreSQL's, for example `18.4`. */
  version: string;
  /** For people: the folder of the embedded database, else `role@host:port/database`. Holds no secret. */
  place: string;
  /** All servers of this database sign cursors with it. It survives restarts. */
  cursorSecret: Buffer;
  /** Resolves, with the reason, when the embedded PostgreSQL ends by itself. Otherwise it stays pending. */
  lost: Promise<string>;
  /** Stops the embedded PostgreSQL; does nothing to another one. */
  stop: () => Promise<void>;
}

type Addresses = Pick<Database, 'url' | 'ownerUrl' | 'directUrl' | 'embedded' | 'place' | 'lost' | 'stop'>;

/**
 * Opens the configured database, or the embedded PostgreSQL if none is configured. Checks its durability, migrates it,
 * and grants the server's role its privileges. It may run again after it failed half-way, because a migration is done
 * whole or not at all.
 *
 * @throws DatabaseStartupError with a message for the operator; the embedded PostgreSQL is then stopped
 */
export async function openDatabase(config: Config, logger: Logger): Promise<Database> {
  const addresses =
    config.databaseUrl === null ? await embedded(config.dataDir, logger) : external(config, config.databaseUrl);
  try {
    return { ...addresses, ...(await prepare(addresses, logger)) };
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

async function prepare(
  { url, ownerUrl, place }: Addresses,
  logger: Logger,
): Promise<Pick<Database, 'logId' | 'serverIsOwner' | 'version' | 'cursorSecret'>> {
  const server = await connect(url, 'DATABASE_URL', logger);
  try {
    const { role, version, problems } = await checkDurability(server);
    if (problems.length > 0) {
      throw new DatabaseStartupError(
        `The database at ${place} cannot be used:`,
        ...problems.map((problem) => `  ${problem}`),
      );
    }
    const owner = await connect(ownerUrl, 'DATABASE_OWNER_URL', logger);
    try {
      await refuseAnotherDatabase(server, owner);
      const ownerRole = await roleOf(owner);
      const migrated = await migrate(owner, ownerUrl, ownerRole === role ? null : role);
      if (migrated.length > 0) logger.info({ migrations: migrated }, 'the schema was brought up to date');
      const serverIsOwner = await ownsTables(server);
      if (serverIsOwner)
        logger.warn(
          { role },
          'the server connects as the owner of its tables: only a trigger keeps it from changing the log',
        );
      const [logId, cursorSecret] = [await readLogId(server), await sharedSecret(server, 'cursors')];
      return { logId, serverIsOwner, version, cursorSecret };
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
 * Whether the role of a connection could change the append-only tables. It checks the owner of a table, because the
 * role that migrates need not be the one that created the tables. Superusers are members of every role.
 */
async function ownsTables(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ owns: boolean }>(
    `select pg_has_role(current_user, relowner, 'member') as owns
       from pg_class where oid = '${migrationTable}'::regclass`,
  );
  return rows[0]?.owns ?? false;
}

/** $1 name, $2 a new secret, which is stored unless there is one of that name. */
const STORE_SECRET = `insert into server_secret (name, secret) values ($1, $2) on conflict do nothing`;
const READ_SECRET = `select secret from server_secret where name = $1`;

/**
 * A secret of 256 random bits that all servers of a database share, and that survives restarts. The first server to
 * need it creates it; if several do so at once, one of them wins.
 *
 * @param name what it is for
 */
async function sharedSecret(client: pg.Client, name: string): Promise<Buffer> {
  await client.query(STORE_SECRET, [name, randomBytes(32)]);
  const { rows } = await client.query<{ secret: Buffer }>(READ_SECRET, [name]);
  if (!rows[0]) throw new Error(`the secret ${name} could not be stored`);
  return rows[0].secret;
}
