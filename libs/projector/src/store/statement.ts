import type { ClientBase } from 'pg';

/** A statement with its parameters, ready to be sent; by its name it is planned once for a connection. */
export interface Statement {
  name: string;
  text: string;
  values: string[];
}

/** Runs statements one after the other. */
export async function runAll(client: ClientBase, statements: readonly Statement[]): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

/**
 * Sends all statements at once: PostgreSQL goes from one to the next without waiting for this process. The first that
 * fails fails all.
 */
export async function runAtOnce(client: ClientBase, statements: readonly Statement[]): Promise<void> {
  await Promise.all(statements.map((statement) => client.query(statement)));
}
