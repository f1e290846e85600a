import { SummaryInvalidator } from '#jobs/invalidation/summary-invalidator.js';
import { QueueUnavailable } from '#jobs/queues/queues.js';
import type { BuildSummary, SummaryKind } from '#jobs/summary/summary.js';
import { Workers } from '#jobs/workers/workers.js';
import type { BackgroundThrottle } from '#platform/background/background-throttle.js';
import type { Database } from '#platform/database/open-database.js';
import { createPool } from '#platform/database/pool.js';
import type { Logger } from '#platform/logging/logger.js';
import { views } from '#views/registry.js';
import type { EventStore } from './event-store.js';
import type { QueuesPart } from './parts.js';
import type { ShutdownStack } from './process.js';

/** How long a query may take, milliseconds. The invalidator looks up all stories of the subjects of 1,000 events. */
const QUERY_TIMEOUT_MS = 30_000;

interface WorkerOptions extends EventStore {
  queues: QueuesPart;
  builders: Record<SummaryKind, BuildSummary>;
  throttle: BackgroundThrottle;
  logger: Logger;
  closing: ShutdownStack;
}

/**
 * Keeps the summaries of all stories current: follows the log, queues a job for each story that an event touched, and
 * works on the jobs. Fails when PostgreSQL keeps the queues and is away.
 */
export async function startWorkers(
  database: Database,
  { log: { follower }, reads, queues, builders, throttle, logger, closing }: WorkerOptions,
): Promise<void> {
  const { checkpoint, now } = reads;
  const pool = createPool(database.url, { name: 'work', queryTimeoutMs: QUERY_TIMEOUT_MS, max: 3 }, logger);
  closing.add('work pool', () => pool.end());
  // A pool of its own (named after the table `summary_feed`), so that invalidation goes on while the workers use all
  // of their connections.
  const invalidatorPool = createPool(database.url, { name: 'feed', queryTimeoutMs: QUERY_TIMEOUT_MS, max: 1 }, logger);
  closing.add('feed pool', () => invalidatorPool.end());
  const invalidator = new SummaryInvalidator({
    pool: invalidatorPool,
    views,
    follower,
    checkpoint,
    queue: (wanted) => queues.addTouched(wanted),
    throttle,
    now,
    onFailure: (error) => {
      // The queues log their own outage, once. The touched stories are in the database, where the sweep finds them.
      if (error instanceof QueueUnavailable) return;
      logger.warn({ err: error }, 'looking for touched stories failed and is retried');
    },
  });
  closing.add('invalidator', () => invalidator.stop());
  const workers = new Workers({ queues, pool, builders, throttle, now, logger });
  closing.add('workers', () => workers.close());
  // The worker retries a failed first connection to Redis for ever, but never one to PostgreSQL.
  if (queues.backend.name === 'PostgreSQL') await workers.ready();
  invalidator.start();
}
