import pg from 'pg';
import type { Logger } from '../logging/logger.js';

const DEFAULT_CONNECT_TIMEOUT_MS = 10_000;
/** After how long without traffic TCP checks that the other side is alive, milliseconds. The default is two hours. */
const KEEP_ALIVE_AFTER_MS = 10_000;

/**
 * How long PostgreSQL may run a statement that reads for a client, milliseconds. Reads use an index, or pages of a
 * fixed size, so none needs longer.
 */
export const READ_TIMEOUT_MS = 8_000;

export interface PoolOptions {
  /** What the pool is for; pg_stat_activity shows it as `dateline-<name>`. */
  name: string;
  /** The most connections; all pools of a server share PostgreSQL's max_connections (100 by default). */
  max: number;
  /**
   * After how many milliseconds the client gives a query up: it fails, and its connection is closed. A network can drop
   * a connection without a sign; without this limit its query would wait for ever. Missing: no limit.
   */
  queryTimeoutMs?: number;
  /**
   * After how many milliseconds PostgreSQL itself cancels a statement; the connection stays. Set it below
   * `queryTimeoutMs`, which leaves PostgreSQL at work on the statement. Missing: no limit.
   */
  statementTimeoutMs?: number;
  /** The search_path, in place of the database's own setting. */
  schema?: string;
  /** How long to wait for a connection while all are in use, milliseconds; missing: ten seconds. */
  connectTimeoutMs?: number;
}

/**
 * JIT compilation (on by default since PostgreSQL 12) takes up to a quarter of a second; our statements run for a few
 * milliseconds. PostgreSQL compiles what the planner takes to be costly: before the first ANALYZE, every large
 * statement.
 */
const DISABLE_JIT = 'set jit = off';

/** A SET statement, and not a startup parameter, because a pooler would refuse that. */
export const setStatementTimeout = (milliseconds: number): string =>
  `set statement_timeout = ${Math.round(milliseconds)}`;

/**
 * A pool of connections that survives a restart of PostgreSQL. A connection that breaks without a query under way emits
 * an `error` event, which without a listener would end the process. The pool itself listens only to its idle
 * connections; here those in use get a listener too. Their holder learns of the break by the next query.
 */
export function createPool(
  url: string,
  { name, max, queryTimeoutMs, statementTimeoutMs, schema, connectTimeoutMs = DEFAULT_CONNECT_TIMEOUT_MS }: PoolOptions,
  logger: Logger,
): pg.Pool {
  const settings = [
    DISABLE_JIT,
    ...(schema === undefined ? [] : [`set search_path to "${schema}"`]),
    ...(statementTimeoutMs === undefined ? [] : [setStatementTimeout(statementTimeoutMs)]),
  ].join('; ');
  const pool = new pg.Pool({
    connectionString: url,
    application_name: `dateline-${name}`,
    max,
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: queryTimeoutMs,
    // Queries that are issued without awaiting the one before are sent at once.
    pipeline: true,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    // The pool awaits it, though its type does not show that.
    onConnect: (client) => client.query(settings) as unknown as void,
  });
  pool.on('connect', (client) => void client.on('error', () => undefined));
  pool.on('error', (error) => logger.warn({ pool: name, err: error }, 'an idle database connection broke'));
  return pool;
}
