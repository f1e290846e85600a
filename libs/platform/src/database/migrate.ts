import type { ClientBase, Pool } from 'pg';
import { DataSource } from 'typeorm';
import { grantsFor } from '#migrations/grants.js';
import { migrations } from '#migrations/index.js';
import { reasonForOperator } from '../logging/describe-error.js';
import { DatabaseStartupError } from './startup-error.js';

/** "DATELINE" as eight ASCII letters, so that it meets no other program's advisory lock. */
const migrationLock = '4918304924674641477';
/** Where TypeORM notes what it ran. */
export const migrationTable = 'schema_migration';

/** A migration that waits for a lock makes everybody behind it wait too: better to fail and be tried again. */
const lockTimeout = 10_000;

/**
 * Brings the schema up to date, each migration in a transaction of its own, and grants the server's role what it needs.
 * Servers that start together take turns, by an advisory lock that lasts as long as the connection.
 *
 * @param owner a connection as the owner, not through a transaction pooler
 * @param ownerUrl the same, for TypeORM
 * @param serverRole whom to grant; null where the server works as the owner
 * @returns the names of the migrations that ran
 * @throws DatabaseRefused when one of them fails; it has then left nothing behind
 */
export async function migrate(owner: ClientBase, ownerUrl: string, serverRole: string | null): Promise<string[]> {
  await owner.query(`select pg_advisory_lock(${migrationLock})`);
  try {
    const ran = await runMigrations(ownerUrl);
    if (serverRole !== null) await grant(owner, serverRole);
    return ran;
  } finally {
    await owner.query(`select pg_advisory_unlock(${migrationLock})`);
  }
}

/**
 * Migrations of this program that a database has not seen. Asked of a database that was up to date at the start, it
 * shows one put back to an older state.
 */
export async function pendingMigrations(connection: ClientBase | Pool): Promise<string[]> {
  const { rows } = await connection.query<{ name: string }>(`select name from ${migrationTable}`);
  const seen = new Set(rows.map((row) => row.name));
  return migrations.map((migration) => migration.name).filter((name) => !seen.has(name));
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
      'Nothing of the failed migration is left behind. The owner (DATABASE_OWNER_URL) must be able to create tables in the schema public.',
    ).because(error);
  } finally {
    await source.destroy();
  }
}

/** Granted on every start, so that a new role, or a table of a new migration, needs no further step. */
async function grant(owner: ClientBase, serverRole: string): Promise<void> {
  const role = `"${serverRole.replaceAll('"', '""')}"`;
  await owner.query('begin');
  try {
    for (const statement of [...grantsFor(serverRole), `grant select on ${migrationTable} to ${role}`])
      await owner.query(statement);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw new DatabaseStartupError(
      `The owner cannot grant the role ${serverRole} what the server needs: ${reasonForOperator(error)}.`,
    ).because(error);
  }
}
