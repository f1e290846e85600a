import { createPostgresBackend, Queue, Worker } from 'bullmq';
import { createPool } from '#platform/database/pool.js';
import type { Logger } from '#platform/logging/logger.js';
import type { QueueBackend } from './backend.js';
import { queueSchema } from './queue-schema.js';

/** Each worker listens on one connection; all share the others. */
const CONNECTIONS = 6;
const QUERY_TIMEOUT_MS = 10_000;

/**
 * Keeps the queues on PostgreSQL, in a schema of their own, over one pool.
 *
 * @param url a direct connection, because workers LISTEN on it
 */
export function postgresBackend(url: string, logger: Logger): QueueBackend {
  const options = { name: 'queues', queryTimeoutMs: QUERY_TIMEOUT_MS, max: CONNECTIONS, schema: queueSchema };
  const pool = createPool(url, options, logger);
  const logErrors = <Q extends { on(event: 'error', listener: (error: Error) => void): unknown }>(
    name: string,
    queue: Q,
  ): Q => {
    queue.on('error', (error) => logger.debug({ queue: name, err: error }, 'a queue could not query PostgreSQL'));
    return queue;
  };
  return {
    name: 'PostgreSQL',
    queue: (name) =>
      logErrors(
        name,
        new Queue(name, { connection: pool, skipMetasUpdate: true }, createPostgresBackend),
      ) as unknown as Queue,
    worker: (name, processor, settings) =>
      logErrors(
        name,
        new Worker(name, processor, { ...settings, connection: pool }, createPostgresBackend),
      ) as unknown as Worker,
    isConnected: () => true,
    close: () => pool.end(),
  };
}
