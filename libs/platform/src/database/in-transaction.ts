import type { ClientBase, Pool, PoolClient } from 'pg';

/**
 * Runs `use` with one connection of a pool. If it fails, the connection is closed, because its state is unknown: a
 * transaction may still be open on it.
 */
export async function withClient<T>(pool: Pool, use: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const result = await use(client);
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/**
 * Runs `work` in one transaction on a client. The client must not be in a transaction already. A client whose rollback
 * fails is of no further use: `withClient` closes it, because this function throws.
 *
 * @param begin the statement that begins it, with its settings: isolation level, timeouts, planner
 * @param isKept whether to commit what `work` did; otherwise it is rolled back
 * @returns what `work` returned
 * @throws what `work`, or PostgreSQL, throws; then the transaction has been rolled back
 */
export async function inTransaction<T>(
  client: ClientBase,
  begin: string,
  work: () => Promise<T>,
  isKept: (result: T) => boolean = () => true,
): Promise<T> {
  await client.query(begin);
  try {
    const result = await work();
    await client.query(isKept(result) ? 'commit' : 'rollback');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
