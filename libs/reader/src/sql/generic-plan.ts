import type { Pool, QueryConfig, QueryResultRow } from 'pg';
import { isCanceled, NotWanted, sharedPool } from '#platform/database/while-wanted.js';
import { BEGIN_BY_ONE_PLAN } from '#projector/store/transaction-settings.js';

/**
 * What keeps the values of a statement from its plan, so that it is planned once: PostgreSQL takes what it knows the
 * values of to be cheaper than what it does not, and would plan anew each time, which costs more than the statement
 * itself.
 */

/** A parameter that is a list, or SQL that makes one of it. */
export const listParameter = (sql: string): string => `(select ${sql})`;

/** A row of parameters, given as `$1::text as story`. */
export const rowParameter = (...parameters: string[]): string => `(select ${parameters.join(', ')} offset 0)`;

/** The rows of a statement that only looks up, by its one plan. */
export async function queryGenericPlan<Row extends QueryResultRow>(pool: Pool, statement: QueryConfig): Promise<Row[]> {
  const client = await pool.connect();
  const begun = client.query(BEGIN_BY_ONE_PLAN);
  const found = client.query<Row>(statement);
  const ended = client.query('commit').then(
    () => true,
    () => false,
  );
  let well = true;
  try {
    const [, { rows }] = await Promise.all([begun, found]);
    return rows;
  } catch (error) {
    // Where the statement alone was cancelled, the transaction ends as any that failed.
    well = isCanceled(error);
    throw sharedPool(pool).wanted?.aborted ? new NotWanted(error) : error;
  } finally {
    // Nobody has to wait for that.
    void ended.then((committed) => client.release(!well || !committed));
  }
}
