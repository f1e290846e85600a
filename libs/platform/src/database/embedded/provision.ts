import pg from 'pg';
import { DatabaseStartupError } from '../../config/startup-errors.js';
import { superuser } from './create-cluster.js';
import type { Passwords } from './passwords.js';

/** Owns the tables. */
export const ownerRole = 'dateline_owner';
/** The server's role, which cannot change the log. */
export const serverRole = 'dateline';
const databaseName = 'dateline';

/**
 * Creates the roles and the database in a new PostgreSQL, and gives each role its own password. It runs on every start,
 * because an earlier start may have been interrupted, and skips each step that is done.
 *
 * @param earlier the password of all roles in a data folder of an earlier version; null: none
 * @throws DatabaseStartupError if no stored password is that of the superuser
 */
export async function provision(port: number, passwords: Passwords, earlier: string | null): Promise<void> {
  const openWith = (password: string): Promise<pg.Client | null> =>
    open(embeddedUrl(superuser, password, port, 'postgres'));
  const withOwn = await openWith(passwords.superuser);
  const client = withOwn ?? (earlier === null ? null : await openWith(earlier));
  if (client === null) {
    throw new DatabaseStartupError(
      'The stored password does not open the embedded database: ' +
        'postgres-password-superuser in the data folder is not the password that the database was created with.',
    );
  }
  const setPassword = (role: string, password: string) =>
    client.query(`alter role ${role} password ${client.escapeLiteral(password)}`);
  try {
    const { rows } = await client.query<{ name: string }>('select rolname::text as name from pg_roles');
    const existing = new Set(rows.map((row) => row.name));
    for (const role of [ownerRole, serverRole])
      if (!existing.has(role)) await client.query(`create role ${role} login`);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0)
      await client.query(
        `create database ${databaseName} owner ${ownerRole} encoding 'UTF8' locale 'C' template template0`,
      );
    if (withOwn === null) await setPassword(superuser, passwords.superuser);
    if (!(await canConnect(embeddedUrl(ownerRole, passwords.owner, port))))
      await setPassword(ownerRole, passwords.owner);
    if (!(await canConnect(embeddedUrl(serverRole, passwords.server, port))))
      await setPassword(serverRole, passwords.server);
  } finally {
    await client.end();
  }
}

export function embeddedUrl(role: string, password: string, port: number, database = databaseName): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** null: the password in the address is wrong. */
async function open(url: string): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: url, application_name: 'dateline-start' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    if ((error as { code?: string }).code === WRONG_PASSWORD) return null;
    throw error;
  }
}

async function canConnect(url: string): Promise<boolean> {
  const client = await open(url);
  await client?.end();
  return client !== null;
}

const WRONG_PASSWORD = '28P01';
