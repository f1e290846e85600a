import type { ClientBase, Pool } from 'pg';

interface Facts {
  role: string;
  version: number;
  version_text: string;
  encoding: string;
  fsync: string;
  full_page_writes: string;
  synchronous_commit: string;
}

/** The oldest version of PostgreSQL that can run the SQL of the migrations. */
const oldestVersion = 15;

const factsSql = `
  select current_user::text as role,
         current_setting('server_version_num')::int / 10000 as version,
         split_part(current_setting('server_version'), ' ', 1) as version_text,
         current_setting('server_encoding') as encoding,
         current_setting('fsync') as fsync,
         current_setting('full_page_writes') as full_page_writes,
         current_setting('synchronous_commit') as synchronous_commit`;

export interface DurabilityReport {
  /** The role of this connection. */
  role: string;
  /** As PostgreSQL writes it: `18.4`. */
  version: string;
  /** Why the server must not use this database, each with its remedy; empty when it may. */
  problems: string[];
}

/**
 * Checks that a database keeps what it acknowledged. The log promises that an acknowledged event is on disk. With any
 * of the three settings off, a power cut can lose what PostgreSQL has acknowledged.
 *
 * @param connection as the server's role, because `synchronous_commit` can differ by role
 */
export async function checkDurability(connection: ClientBase | Pool): Promise<DurabilityReport> {
  const { rows } = await connection.query<Facts>(factsSql);
  const facts = rows[0];
  if (!facts) throw new Error('a SELECT without FROM returned no row');

  const problems: string[] = [];
  if (facts.version < oldestVersion)
    problems.push(`it is PostgreSQL ${facts.version_text}; ${oldestVersion} or newer is needed.`);
  if (facts.encoding !== 'UTF8')
    problems.push(
      `its encoding is ${facts.encoding}; create it again with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.`,
    );
  if (facts.fsync === 'off') problems.push('fsync is off: set fsync = on in postgresql.conf and restart PostgreSQL.');
  if (facts.full_page_writes === 'off')
    problems.push('full_page_writes is off: set full_page_writes = on in postgresql.conf and reload PostgreSQL.');
  if (facts.synchronous_commit === 'off')
    problems.push(
      `synchronous_commit is off for the role ${facts.role}: ` +
        `run ALTER ROLE "${facts.role}" SET synchronous_commit = on, ` +
        'or look for it in ALTER DATABASE, in postgresql.conf and in the options of the connection string.',
    );
  return { role: facts.role, version: facts.version_text, problems };
}
