import pg from 'pg';
import type { Logger } from '../logging/logger.js';

/**
 * A pool of connections. It has an `error` listener: without one, an idle connection that breaks (PostgreSQL restarts) would end the process.
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
  pool.on('error', (error) => logger.warn({ pool: name, error: error.message }, 'an idle database connection broke'));
  return pool;
}
