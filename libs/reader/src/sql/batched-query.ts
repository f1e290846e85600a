import type { Pool } from 'pg';
import { batched } from '#platform/database/batched.js';
import { sharedPool, whileWanted } from '#platform/database/while-wanted.js';
import { queryGenericPlan } from './generic-plan.js';

/**
 * How many statements are on their way at once, and for how many questions each: with more, small ones would wait
 * longer for large ones.
 */
const GATHERED = { atOnce: 4, most: 8 };

/**
 * A statement that answers questions of several readers at once: one that reads them from `json_to_recordset($1)`,
 * numbers them by ordinality from 1, and names the number `n` in each row. Of such a list PostgreSQL does not know what
 * it holds when it plans the statement: so it is planned once.
 *
 * @returns for a pool and a question its rows, in order
 */
export function batchedQuery<Question, Row extends object>(
  name: string,
  text: string,
): (pool: Pool, question: Question) => Promise<Row[]> {
  const asking = new WeakMap<Pool, (question: Question, wanted?: AbortSignal) => Promise<Row[]>>();
  return (pool, question) => {
    const { shared, wanted } = sharedPool(pool);
    const known = asking.get(shared);
    if (known) return known(question, wanted);
    const ask = batched(
      (questions: readonly Question[], anyWants) =>
        askTogether<Question, Row>(whileWanted(shared, anyWants), { name, text }, questions),
      GATHERED,
    );
    asking.set(shared, ask);
    return ask(question, wanted);
  };
}

async function askTogether<Question, Row extends object>(
  pool: Pool,
  statement: { name: string; text: string },
  questions: readonly Question[],
): Promise<Row[][]> {
  const rows = await queryGenericPlan<Row & { n: string }>(pool, { ...statement, values: [JSON.stringify(questions)] });
  const answers = questions.map((): Row[] => []);
  for (const row of rows) answers[Number(row.n) - 1]?.push(row);
  return answers;
}
