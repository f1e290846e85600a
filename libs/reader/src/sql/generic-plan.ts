import type { Pool, QueryConfig, QueryResultRow } from 'pg';
import { isCanceled, NotWanted, sharedPool, whileWanted } from '#platform/database/while-wanted.js';
import { BEGIN_BY_ONE_PLAN } from '#projector/store/statement.js';
import { batched } from '#platform/database/batched.js';

/*
 * Statements of which PostgreSQL keeps one generic plan. Where it can see the values of a statement, it expects a plan
 * made for them to be cheaper, and plans each execution again, which costs more than these statements themselves. The
 * two functions below hide the values of parameters from the planner.
 */

/** SQL: a parameter that is a list, or an expression that makes a list of one. */
export const listParameter = (sql: string): string => `(select ${sql})`;

/** SQL: a row of parameters, each given as `$1::text as story`. */
export const rowParameter = (...parameters: string[]): string => `(select ${parameters.join(', ')} offset 0)`;

/** Runs a named statement that only looks up rows, in a transaction that uses its generic plan. */
async function queryGenericPlan<Row extends QueryResultRow>(pool: Pool, statement: QueryConfig): Promise<Row[]> {
  const client = await pool.connect();
  const begun = client.query(BEGIN_BY_ONE_PLAN);
  const found = client.query<Row>(statement);
  const ended = client.query('commit').then(
    () => true,
    () => false,
  );
  let isUsable = true;
  try {
    const [, { rows }] = await Promise.all([begun, found]);
    return rows;
  } catch (error) {
    // If only the statement was cancelled, the commit ends the failed transaction and the connection can be used again.
    isUsable = isCanceled(error);
    throw sharedPool(pool).wanted?.aborted ? new NotWanted(error) : error;
  } finally {
    // The caller does not wait for the commit.
    void ended.then((committed) => client.release(!isUsable || !committed));
  }
}

/**
 * How many statements run at once, and how many questions each of them answers. With more questions in one statement,
 * small ones would wait longer for large ones.
 */
const BATCHES = { atOnce: 4, most: 8 };

/**
 * A statement that answers questions of several readers at once. It reads them from `json_to_recordset($1)`, numbers
 * them by ordinality from 1, and returns the number as `n` in each row.
 *
 * @returns a function that resolves to the rows of one question, in order
 */
export function batchedQuery<Question, Row extends object>(
  name: string,
  text: string,
): (pool: Pool, question: Question) => Promise<Row[]> {
  const queries = new WeakMap<Pool, (question: Question, wanted?: AbortSignal) => Promise<Row[]>>();
  return (pool, question) => {
    const { shared, wanted } = sharedPool(pool);
    const known = queries.get(shared);
    if (known) return known(question, wanted);
    const query = batched(
      (questions: readonly Question[], anyWants) =>
        queryBatch<Question, Row>(whileWanted(shared, anyWants), { name, text }, questions),
      BATCHES,
    );
    queries.set(shared, query);
    return query(question, wanted);
  };
}

async function queryBatch<Question, Row extends object>(
  pool: Pool,
  statement: { name: string; text: string },
  questions: readonly Question[],
): Promise<Row[][]> {
  const rows = await queryGenericPlan<Row & { n: string }>(pool, { ...statement, values: [JSON.stringify(questions)] });
  const answers = questions.map((): Row[] => []);
  for (const row of rows) answers[Number(row.n) - 1]?.push(row);
  return answers;
}
