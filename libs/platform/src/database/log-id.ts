import type { ClientBase, Pool } from 'pg';

/**
 * The id of the log: a UUID that a migration gave its database, and that never changes. A copy of the database has the
 * same id.
 *
 * @throws if the database was not migrated
 */
export async function readLogId(db: Pool | ClientBase): Promise<string> {
  const { rows } = await db.query<{ id: string }>('select id::text as id from log_identity');
  const [row] = rows;
  if (!row) throw new Error('log_identity is empty: the database was tampered with');
  return row.id;
}

/** The first eight hexadecimal digits: enough to distinguish the logs on one server, and short enough for names. */
export const shortLogId = (logId: string): string => logId.slice(0, 8);
