import type { ClientBase, Pool } from 'pg';
import { DataSource } from 'typeorm';
import { grantsFor, migrations } from '#migrations/index.js';
import { reasonForOperator } from '../logging/describe-error.js';
import { DatabaseStartupError } from '../config/startup-errors.js';
import { inTransaction } from './in-transaction.js';

/** "DATELINE" as eight ASCII letters, so that it differs from the advisory locks of other programs. */
const migrationLock = '4918304924674641477';
/** Where TypeORM records the migrations that it ran. */
export const migrationTable = 'schema_migration';

/**
 * A migration that waits for a lock makes every later transaction wait too. It is better to fail and to be tried again.
 */
const lockTimeout = 10_000;

/**
 * Brings the schema up to date, each migration in its own transaction, and grants the server's role its privileges. An
 * advisory lock, held by the connection, makes servers that start together take turns.
 *
 * @param owner a connection as the owner, not through a transaction pooler
 * @param ownerUrl the same address, for TypeORM
 * @param serverRole gets the privileges; null if the server connects as the owner
 * @returns the names of the migrations that ran
 * @throws DatabaseStartupError when a migration fails, which is then rolled back
 */
export async function migrate(owner: ClientBase, ownerUrl: string, serverRole: string | null): Promise<string[]> {
  await owner.query(`select pg_advisory_lock(${migrationLock})`);
  try {
    const ran = (await isUpToDate(owner)) ? [] : await runMigrations(ownerUrl);
    if (serverRole !== null) await grant(owner, serverRole);
    return ran;
  } finally {
    await owner.query(`select pg_advisory_unlock(${migrationLock})`);
  }
}

/**
 * The names of the migrations that a database does not have. If there are some after the start, the database was
 * restored to an older state.
 */
export async function pendingMigrations(connection: ClientBase | Pool): Promise<string[]> {
  const { rows } = await connection.query<{ name: string }>(`select name from ${migrationTable}`);
  const seen = new Set(rows.map((row) => row.name));
  return migrations.map((migration) => migration.name).filter((name) => !seen.has(name));
}

/** Most starts find the schema up to date, and need no connection of TypeORM's. */
async function isUpToDate(owner: ClientBase): Promise<boolean> {
  const { rows } = await owner.query<{ exists: boolean }>(
    `select to_regclass('${migrationTable}') is not null as exists`,
  );
  return rows[0]?.exists === true && (await pendingMigrations(owner)).length === 0;
}

async function runMigrations(ownerUrl: string): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    applicationName: 'dateline-migrations',
    migrations,
    migrationsTableName: migrationTable,
    installExtensions: false,
    extra: { max: 1, lock_timeout: lockTimeout },
  });
  await source.initialize();
  try {
    const ran = await source.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  } catch (error) {
    throw new DatabaseStartupError(
      `The schema of the database could not be brought up to date: ${reasonForOperator(error)}.`,
      'The failed migration was rolled back. ' +
        'The owner (DATABASE_OWNER_URL) must be able to create tables in the schema public.',
    ).because(error);
  } finally {
    await source.destroy();
  }
}

/** Runs on every start, so that a new role, or the table of a new migration, needs no further step. */
async function grant(owner: ClientBase, serverRole: string): Promise<void> {
  const role = `"${serverRole.replaceAll('"', '""')}"`;
  try {
    await inTransaction(owner, 'begin', async () => {
      for (const statement of [...grantsFor(serverRole), `grant select on ${migrationTable} to ${role}`])
        await owner.query(statement);
    });
  } catch (error) {
    throw new DatabaseStartupError(
      `The owner cannot grant the role ${serverRole} the privileges that it needs: ${reasonForOperator(error)}.`,
    ).because(error);
  }
}
