import type { ClientBase } from 'pg';

/** A statement with its parameters, ready to be sent. */
export interface Statement {
  text: string;
  values: string[];
}

/** Runs statements one after the other. */
export async function runAll(client: ClientBase, statements: readonly Statement[]): Promise<void> {
  for (const { text, values } of statements) await client.query(text, values);
}
