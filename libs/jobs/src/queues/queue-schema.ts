import {
  assertSchemaCompatibility,
  DEFAULT_SCHEMA,
  LATEST_SCHEMA_VERSION,
  runMigrations,
  SchemaVersionMismatchError,
} from 'bullmq';
import type { ClientBase } from 'pg';
import type { Database } from '#platform/database/open-database.js';
import { connect } from '#platform/database/connect.js';
import type { Logger } from '#platform/logging/logger.js';

/** The schema of BullMQ's tables: the one that BullMQ uses on a given pool. */
export const queueSchema = DEFAULT_SCHEMA;

/** A table, a type or a function of that name exists already. */
const ALREADY_EXISTS = new Set(['42P07', '42710', '42723']);

/**
 * Brings the schema of the queues up to date, as the owner, and grants the server's role its privileges. Does nothing
 * if the schema is up to date. If the tables exist but BullMQ's list of migrations is lost, the schema is created
 * again: jobs may be lost, because the sweep finds stale summaries without them.
 */
export async function prepareQueueSchema(
  { ownerUrl, url }: Pick<Database, 'ownerUrl' | 'url'>,
  logger: Logger,
): Promise<void> {
  const role = await roleWithoutSchema(url, logger);
  if (role === null) return;
  const owner = await connect(ownerUrl, 'DATABASE_OWNER_URL', logger);
  try {
    // Servers that start together take turns, because PostgreSQL refuses two grants at once.
    await owner.query(`select pg_advisory_lock(hashtext('dateline queues'))`);
    await migrate(owner, logger);
    for (const statement of grants(role)) await owner.query(statement);
    const { rows } = await owner.query<{ name: string }>(SEQUENCES);
    for (const { name } of rows) await owner.query(`grant usage, select, update on sequence ${name} to ${role}`);
  } finally {
    await owner.end();
  }
}

/** The server's role, quoted, if the schema is missing, out of date, or not granted to it; else `null`. */
async function roleWithoutSchema(url: string, logger: Logger): Promise<string | null> {
  const server = await connect(url, 'DATABASE_URL', logger);
  try {
    const version = await assertSchemaCompatibility(server, queueSchema).catch((error: unknown) => {
      if (error instanceof SchemaVersionMismatchError) throw error;
      return 0;
    });
    if (version >= LATEST_SCHEMA_VERSION) return null;
    const { rows } = await server.query<{ name: string }>('select quote_ident(current_user) as name');
    return rows[0]?.name ?? '';
  } finally {
    await server.end();
  }
}

async function migrate(owner: ClientBase, logger: Logger): Promise<void> {
  try {
    await runMigrations(owner, queueSchema);
  } catch (error) {
    if (!ALREADY_EXISTS.has((error as { code?: string }).code ?? '')) throw error;
    logger.warn({ err: error }, 'the migrations of the queues are lost: the tables of the queues are created again');
    await owner.query(`drop schema ${queueSchema} cascade`);
    await runMigrations(owner, queueSchema);
  }
}

/** `create`: whoever adds the first job of a queue creates its sequence, and owns it. */
const grants = (role: string): string[] => [
  `grant usage, create on schema ${queueSchema} to ${role}`,
  `grant select, insert, update, delete on all tables in schema ${queueSchema} to ${role}`,
  `grant execute on all functions in schema ${queueSchema} to ${role}`,
];

/** The sequences in the schema that the owner owns. */
const SEQUENCES = `
select c.oid::regclass::text as name from pg_class c
 where c.relkind = 'S' and c.relnamespace = '${queueSchema}'::regnamespace and c.relowner = current_user::regrole`;
