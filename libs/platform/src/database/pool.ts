import pg from 'pg';
import type { Logger } from '../logging/logger.js';

const CONNECTED_WITHIN = 10_000;
/**
 * How long nothing is heard before the system asks whether the other side is still there, milliseconds. Its own default
 * is two hours.
 */
const KEPT_ALIVE_AFTER = 10_000;

/**
 * How long PostgreSQL works at a statement that reads for a client, milliseconds. Reads come from an index, or by pages
 * of a fixed size.
 */
export const READ_DEADLINE = 8_000;

export interface PoolOptions {
  /** What it is for; shows in pg_stat_activity as `dateline-<name>`. */
  name: string;
  /** Connections at most; all pools of a server share PostgreSQL's max_connections (100 by default). */
  max: number;
  /**
   * How long a query may take, milliseconds: one that takes longer fails, and its connection is given up. A line can go
   * silent without breaking, and who waits for it would wait until it does. Missing: as long as it takes.
   */
  patience?: number;
  /**
   * How long PostgreSQL may work at a statement, milliseconds: then it ends it itself, and the connection stays. Less
   * than `patience`, which only gives the connection up and leaves PostgreSQL at work. Missing: as long as it takes.
   */
  deadline?: number;
  /** Where unqualified names are looked for, in place of the database's own setting. */
  schema?: string;
  /** How long to wait for a connection where all are taken, milliseconds; missing: ten seconds. */
  waits?: number;
}

/**
 * Compiling a statement (JIT, which PostgreSQL does by itself since its version 12) takes up to a quarter of a second,
 * and running any of ours a few milliseconds. It would compile where the planner takes a statement to be costly: before
 * the first ANALYZE, each that has many parts.
 */
const NEVER_COMPILE = 'set jit = off';

/**
 * Has PostgreSQL end each statement of a connection that takes longer. A setting, and no parameter of the start: a
 * pooler would refuse that.
 */
export const endingAfter = (milliseconds: number): string => `set statement_timeout = ${Math.round(milliseconds)}`;

/**
 * A pool of connections that outlives a restart of PostgreSQL. A connection that breaks while nobody queries on it
 * tells so by an `error` event, which would end the process without a listener: the pool listens to those it keeps
 * idle, and here also those that are lent out are listened to. Whoever holds one learns of it by the next query.
 */
export function createPool(
  url: string,
  { name, max, patience, deadline, schema, waits = CONNECTED_WITHIN }: PoolOptions,
  logger: Logger,
): pg.Pool {
  const settings = [
    NEVER_COMPILE,
    ...(schema === undefined ? [] : [`set search_path to "${schema}"`]),
    ...(deadline === undefined ? [] : [endingAfter(deadline)]),
  ].join('; ');
  const pool = new pg.Pool({
    connectionString: url,
    application_name: `dateline-${name}`,
    max,
    connectionTimeoutMillis: waits,
    query_timeout: patience,
    // What is asked without waiting for an answer is sent at once.
    pipeline: true,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEPT_ALIVE_AFTER,
    // It is waited for, though its type does not say so.
    onConnect: (client) => client.query(settings) as unknown as void,
  });
  pool.on('connect', (client) => void client.on('error', () => undefined));
  pool.on('error', (error) => logger.warn({ pool: name, err: error }, 'an idle database connection broke'));
  return pool;
}
