import type { QueryBus } from '@nestjs/cqrs';
import type { Clock } from '#platform/clock/clock.js';
import type { Database } from '#platform/database/open-database.js';
import { createPool } from '#platform/database/pool.js';
import type { Logger } from '#platform/logging/logger.js';
import type { BackgroundThrottle } from '#platform/background-throttle/background-throttle.js';
import { SummaryInvalidator } from '#jobs/invalidation/summary-invalidator.js';
import type { Queues } from '#jobs/queues/queues.js';
import { QueueUnavailable } from '#jobs/queues/queues.js';
import { Workers } from '#jobs/workers/workers.js';
import { views } from '#views/registry.js';
import { summaryBuilders } from '../summary-builders/summary-builders.js';
import type { ShutdownStack } from './shutdown-stack.js';
import type { EventStore } from './event-store.js';

/**
 * How long a query may take, milliseconds: a batch of the feed looks at all stories of the subjects that a thousand
 * events touched.
 */
const PATIENCE = 30_000;

interface Parts extends Pick<EventStore, 'follower' | 'checkpoint' | 'pool'> {
  queues: Queues;
  queries: QueryBus;
  room: BackgroundThrottle;
  now: Clock;
  logger: Logger;
  closing: ShutdownStack;
}

/**
 * Keeps the summaries of all stories current: follows the log, queues what was touched, and makes it. Fails when
 * PostgreSQL keeps the queues and is away.
 */
export async function startWorkers(
  database: Database,
  { queues, queries, room, follower, checkpoint, pool: reading, now, logger, closing }: Parts,
): Promise<void> {
  const pool = createPool(database.url, { name: 'work', patience: PATIENCE, max: 3 }, logger);
  closing.add('work pool', () => pool.end());
  // One of its own: however many summaries are being kept, what was touched is noted.
  const feeding = createPool(database.url, { name: 'feed', patience: PATIENCE, max: 1 }, logger);
  closing.add('feed pool', () => feeding.end());
  const feeder = new SummaryInvalidator({
    pool: feeding,
    views,
    follower,
    checkpoint,
    queue: (wanted) => queues.addTouched(wanted),
    room,
    now,
    onFailure: (error) => {
      // That they are away is told once, by themselves; what was touched is noted, and the sweep finds it.
      if (error instanceof QueueUnavailable) return;
      logger.warn({ err: error }, 'looking for touched stories failed and is tried again');
    },
  });
  closing.add('feeder', () => feeder.stop());
  const workers = new Workers({
    queues,
    pool,
    make: summaryBuilders(queries, { pool: reading, now }),
    room,
    now,
    logger,
  });
  closing.add('workers', () => workers.close());
  // A first connection to PostgreSQL that fails is never tried again by the worker; one to Redis is, for ever.
  if (queues.backend.name === 'PostgreSQL') await workers.ready();
  feeder.start();
}
