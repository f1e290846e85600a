import type { Config } from '#platform/config/config.js';
import type { Database } from '#platform/database/open-database.js';
import type { Logger } from '#platform/logging/logger.js';
import { postgresBackend } from '#jobs/queues/postgres-backend.js';
import { prepareQueueSchema } from '#jobs/queues/queue-schema.js';
import { Queues } from '#jobs/queues/queues.js';
import { redisBackend } from '#jobs/queues/redis-backend.js';
import type { ShutdownStack } from './shutdown-stack.js';

/**
 * The queues of this process: on Redis where one is configured, which may be away, else on the database, in a schema of
 * their own.
 */
export async function openQueues(
  { redisUrl }: Pick<Config, 'redisUrl'>,
  database: Database,
  logger: Logger,
  closing: ShutdownStack,
): Promise<Queues> {
  if (redisUrl === null) await prepareQueueSchema(database, logger);
  const backend =
    redisUrl === null ? postgresBackend(database.directUrl, logger) : redisBackend(redisUrl, database.logId, logger);
  const queues = new Queues(backend);
  closing.add('queues', () => queues.close());
  if (redisUrl === null) await Promise.all([...queues.all.values()].map((queue) => queue.waitUntilReady()));
  return queues;
}
