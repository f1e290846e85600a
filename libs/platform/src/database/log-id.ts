import type { ClientBase } from 'pg';

/**
 * The log's own id, a UUID that its database got with a migration and never changes. A copy of the database has the
 * same one.
 *
 * @throws where the database was not migrated
 */
export async function readLogId(db: ClientBase): Promise<string> {
  const { rows } = await db.query<{ id: string }>('select id::text as id from log_identity');
  const [row] = rows;
  if (!row) throw new Error('log_identity is empty: the database was tampered with');
  return row.id;
}

/**
 * The first eight hexadecimal digits: enough to tell apart the logs that share a server, and short enough for names.
 */
export const shortLogId = (logId: string): string => logId.slice(0, 8);
