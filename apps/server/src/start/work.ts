import type { QueryBus } from '@nestjs/cqrs';
import type { Clock } from '#platform/clock/clock.js';
import type { Database } from '#platform/database/open-database.js';
import { createPool } from '#platform/database/pool.js';
import type { Logger } from '#platform/logging/logger.js';
import type { Room } from '#platform/room/room.js';
import { Feeder } from '#jobs/feed/feeder.js';
import type { Queues } from '#jobs/queues/queues.js';
import { QueuesAway } from '#jobs/queues/queues.js';
import { Workers } from '#jobs/work/workers.js';
import { views } from '#views/views.js';
import { makers } from '../work/makers.js';
import type { Closing } from './closing.js';
import type { Engine } from './engine.js';

/** How long a query may take, milliseconds: a batch of the feed looks at all stories of the subjects that a thousand events touched. */
const PATIENCE = 30_000;

interface Parts extends Pick<Engine, 'follower' | 'checkpoint' | 'pool'> {
  queues: Queues;
  queries: QueryBus;
  room: Room;
  now: Clock;
  logger: Logger;
  closing: Closing;
}

/** Keeps the summaries of all stories current: follows the log, queues what was touched, and makes it. Fails when PostgreSQL keeps the queues and is away. */
export async function startWork(
  database: Database,
  { queues, queries, room, follower, checkpoint, pool: reading, now, logger, closing }: Parts,
): Promise<void> {
  const pool = createPool(database.url, { name: 'work', patience: PATIENCE, max: 3 }, logger);
  closing.add('work pool', () => pool.end());
  // One of its own: however many summaries are being kept, what was touched is noted.
  const feeding = createPool(database.url, { name: 'feed', patience: PATIENCE, max: 1 }, logger);
  closing.add('feed pool', () => feeding.end());
  const feeder = new Feeder({
    pool: feeding,
    views,
    follower,
    checkpoint,
    queue: (wanted) => queues.addTouched(wanted),
    room,
    now,
    onFailure: (error) => {
      // That they are away is told once, by themselves; what was touched is noted, and the sweep finds it.
      if (error instanceof QueuesAway) return;
      logger.warn({ err: error }, 'looking for touched stories failed and is tried again');
    },
  });
  closing.add('feeder', () => feeder.stop());
  const workers = new Workers({ queues, pool, make: makers(queries, { pool: reading, now }), room, now, logger });
  closing.add('workers', () => workers.close());
  // A first connection to PostgreSQL that fails is never tried again by the worker; one to Redis is, for ever.
  if (queues.backend.name === 'PostgreSQL') await workers.ready();
  feeder.start();
}
