import { createPostgresBackend, Queue, Worker } from 'bullmq';
import { createPool } from '#platform/database/pool.js';
import type { Logger } from '#platform/logging/logger.js';
import type { QueueBackend } from './backend.js';
import { queueSchema } from './queue-schema.js';

/** Each worker listens on one connection; the others are for what all of them ask. */
const CONNECTIONS = 6;
/** How long one question may take, milliseconds. */
const PATIENCE = 10_000;

/**
 * Queues in a schema of their own on PostgreSQL, all over one pool.
 *
 * @param url a direct connection: workers LISTEN on it
 */
export function postgresBackend(url: string, logger: Logger): QueueBackend {
  const pool = createPool(url, { name: 'queues', patience: PATIENCE, max: CONNECTIONS, schema: queueSchema }, logger);
  const told = <Q extends { on(event: 'error', listener: (error: Error) => void): unknown }>(
    name: string,
    queue: Q,
  ): Q => {
    queue.on('error', (error) => logger.debug({ queue: name, err: error }, 'a queue could not ask PostgreSQL'));
    return queue;
  };
  return {
    name: 'PostgreSQL',
    queue: (name) =>
      told(
        name,
        new Queue(name, { connection: pool, skipMetasUpdate: true }, createPostgresBackend),
      ) as unknown as Queue,
    worker: (name, processor, settings) =>
      told(
        name,
        new Worker(name, processor, { ...settings, connection: pool }, createPostgresBackend),
      ) as unknown as Worker,
    here: () => true,
    close: () => pool.end(),
  };
}
