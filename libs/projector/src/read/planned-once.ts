import type { Pool, QueryConfig, QueryResultRow } from 'pg';
import { BEGIN_BY_INDEX } from '../batch/begin.js';

/**
 * What keeps the values of a statement from its plan, so that it is planned once: PostgreSQL takes what it knows the values of to be cheaper than what it does not,
 * and would plan anew each time, which costs more than the statement itself.
 */

/** A parameter that is a list, or SQL that makes one of it. */
export const list = (sql: string): string => `(select ${sql})`;

/** A row of parameters, given as `$1::text as story`. */
export const row = (...parameters: string[]): string => `(select ${parameters.join(', ')} offset 0)`;

/**
 * One plan for good, by index whatever the statistics say. Left to itself, PostgreSQL compares that plan with what planning for the values at hand came to when the tables were smaller; once they have grown, it
 * may plan anew each time for ever after.
 */
const BEGIN = `${BEGIN_BY_INDEX}; set local plan_cache_mode = force_generic_plan`;

/** The rows of a statement that only looks up, by its one plan. */
export async function lookUp<Row extends QueryResultRow>(pool: Pool, statement: QueryConfig): Promise<Row[]> {
  const client = await pool.connect();
  try {
    await client.query(BEGIN);
    const { rows } = await client.query<Row>(statement);
    // Nobody has to wait for that.
    client.query('commit').then(
      () => client.release(),
      () => client.release(true),
    );
    return rows;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
