import type { Pool, PoolClient } from 'pg';

/**
 * Does something on one connection of a pool. Where it fails, the connection is given up: nobody knows in what state it
 * is, nor whether a transaction is open on it.
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
