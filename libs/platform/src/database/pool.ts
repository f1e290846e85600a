import pg from 'pg';
import type { Logger } from '../logging/logger.js';

/**
 * A pool of connections that outlives a restart of PostgreSQL. A connection that breaks while nobody queries on it tells so by an `error` event, which
 * would end the process without a listener: the pool listens to those it keeps idle, and here also those that are lent out are listened to. Whoever
 * holds one learns of it by the next query.
 *
 * @param name what it is for; shows in pg_stat_activity as `dateline-<name>`
 * @param max connections at most; all pools of a server share PostgreSQL's max_connections (100 by default)
 */
export function createPool(url: string, { name, max }: { name: string; max: number }, logger: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: `dateline-${name}`,
    max,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  pool.on('connect', (client) => void client.on('error', () => undefined));
  pool.on('error', (error) => logger.warn({ pool: name, error: error.message }, 'an idle database connection broke'));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
