import pg from 'pg';
import { DatabaseRefused } from '../database-refused.js';

/** Owns the tables. */
export const ownerRole = 'dateline_owner';
/** What the server works as: it cannot change the log. */
export const serverRole = 'dateline';
const databaseName = 'dateline';

/**
 * Makes the roles and the database inside a new PostgreSQL; each step is left out where it has been done. On every start, since the first one may have
 * been cut short.
 *
 * @param password of all three roles: it keeps other programs of this machine out, and all three are this server's own
 */
export async function provision(superuserUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl, application_name: 'dateline-start' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      'select rolname::text as name from pg_roles union all select datname from pg_database',
    );
    const there = new Set(rows.map((row) => row.name));
    for (const role of [ownerRole, serverRole]) {
      if (!there.has(role)) await client.query(`create role ${role} login password ${client.escapeLiteral(password)}`);
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0)
      await client.query(`create database ${databaseName} owner ${ownerRole} encoding 'UTF8' locale 'C' template template0`);
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') throw error;
    throw new DatabaseRefused(
      'The kept password does not open the embedded database: postgres-password in the data folder is not the one that it was made with.',
    );
  } finally {
    await client.end();
  }
}

export function embeddedUrl(role: string, password: string, port: number, database = databaseName): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
}
