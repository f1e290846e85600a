import pg from 'pg';
import { DatabaseRefused } from '../database-refused.js';
import { superuser } from './create-cluster.js';
import type { Passwords } from './passwords.js';

/** Owns the tables. */
export const ownerRole = 'dateline_owner';
/** What the server works as: it cannot change the log. */
export const serverRole = 'dateline';
const databaseName = 'dateline';

/**
 * Makes the roles and the database inside a new PostgreSQL and gives each role its own password; each step is left out where it has been done. On every
 * start, since the first one may have been cut short.
 *
 * @param earlier the password that all roles had in a data folder of an earlier version; null: none
 * @throws DatabaseRefused where no kept password is the superuser's
 */
export async function provision(port: number, passwords: Passwords, earlier: string | null): Promise<void> {
  const urlOf = (password: string): string => embeddedUrl(superuser, password, port, 'postgres');
  const known = (await isOpenedBy(urlOf(passwords.superuser))) ? passwords.superuser : earlier;
  if (known === null || (known === earlier && !(await isOpenedBy(urlOf(earlier))))) {
    throw new DatabaseRefused(
      'The kept password does not open the embedded database: postgres-password-superuser in the data folder is not the one that it was made with.',
    );
  }
  const client = await open(urlOf(known));
  try {
    const { rows } = await client.query<{ name: string }>('select rolname::text as name from pg_roles');
    const there = new Set(rows.map((row) => row.name));
    for (const role of [ownerRole, serverRole]) if (!there.has(role)) await client.query(`create role ${role} login`);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0)
      await client.query(`create database ${databaseName} owner ${ownerRole} encoding 'UTF8' locale 'C' template template0`);
    for (const [role, password] of [
      [superuser, passwords.superuser],
      [ownerRole, passwords.owner],
      [serverRole, passwords.server],
    ] as const) {
      if (!(await isOpenedBy(embeddedUrl(role, password, port))))
        await client.query(`alter role ${role} password ${client.escapeLiteral(password)}`);
    }
  } finally {
    await client.end();
  }
}

export function embeddedUrl(role: string, password: string, port: number, database = databaseName): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}

async function open(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'dateline-start' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Whether the password in an address is the role's. */
async function isOpenedBy(url: string): Promise<boolean> {
  try {
    const client = await open(url);
    await client.end();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === WRONG_PASSWORD) return false;
    throw error;
  }
}

const WRONG_PASSWORD = '28P01';
