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

/** Where BullMQ keeps its tables: the schema that it uses on a pool that it is given. */
export const queueSchema = DEFAULT_SCHEMA;

/** There is already a table, a type, a function of that name. */
const EXISTS = new Set(['42P07', '42710', '42723']);

/**
 * Brings the schema of the queues up to date as the owner, and grants the server's role the use of it; nothing where
 * that has been done. Where the tables stand and the list of what was done to them is gone, they are made anew: jobs
 * can be lost, since what is stale is found without them.
 */
export async function prepareQueueSchema(
  { ownerUrl, url }: Pick<Database, 'ownerUrl' | 'url'>,
  logger: Logger,
): Promise<void> {
  const role = await roleThatLacksIt(url, logger);
  if (role === null) return;
  const owner = await connect(ownerUrl, 'DATABASE_OWNER_URL', logger);
  try {
    // Servers that start together take turns: two grants at once are refused.
    await owner.query(`select pg_advisory_lock(hashtext('dateline queues'))`);
    await migrate(owner, logger);
    for (const statement of grants(role)) await owner.query(statement);
    const { rows } = await owner.query<{ name: string }>(SEQUENCES);
    for (const { name } of rows) await owner.query(`grant usage, select, update on sequence ${name} to ${role}`);
  } finally {
    await owner.end();
  }
}

/** The server's role, quoted, where the schema is not there for it or not up to date; else `null`. */
async function roleThatLacksIt(url: string, logger: Logger): Promise<string | null> {
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
    if (!EXISTS.has((error as { code?: string }).code ?? '')) throw error;
    logger.warn({ err: error }, 'the queues have lost track of their own tables: they are made anew');
    await owner.query(`drop schema ${queueSchema} cascade`);
    await runMigrations(owner, queueSchema);
  }
}

/** `create`: a sequence is made for each queue when its first job comes, by whoever adds it, and is theirs. */
const grants = (role: string): string[] => [
  `grant usage, create on schema ${queueSchema} to ${role}`,
  `grant select, insert, update, delete on all tables in schema ${queueSchema} to ${role}`,
  `grant execute on all functions in schema ${queueSchema} to ${role}`,
];

/** The sequences of the schema that are the owner's own. */
const SEQUENCES = `
select c.oid::regclass::text as name from pg_class c
 where c.relkind = 'S' and c.relnamespace = '${queueSchema}'::regnamespace and c.relowner = current_user::regrole`;
