import { Appender } from '#log/append/appender.js';
import { Follower } from '#log/follow/follower.js';
import { logChannel, Notifier } from '#log/follow/notifier.js';
import { readHead } from '#log/read/read-head.js';
import type { BackgroundThrottle } from '#platform/background/background-throttle.js';
import type { Clock } from '#platform/clock/clock.js';
import type { Config } from '#platform/config/config.js';
import { cancelBy, cancelFrom } from '#platform/database/while-wanted.js';
import type { Database } from '#platform/database/open-database.js';
import { createPool, READ_TIMEOUT_MS } from '#platform/database/pool.js';
import type { Logger } from '#platform/logging/logger.js';
import { Projector, type ProjectorEvent } from '#projector/projector.js';
import { Checkpoint } from '#reader/clocks/checkpoint.js';
import { views } from '#views/registry.js';
import type { LogPart, ReadsPart } from './parts.js';
import type { ShutdownStack } from './process.js';

/** The log and the views of this process. */
export interface EventStore {
  log: LogPart & { follower: Follower };
  reads: ReadsPart;
}

/**
 * How long a read waits for a connection, milliseconds. Then it fails, because the client does better to retry later.
 */
const CONNECT_TIMEOUT_MS = 5_000;

/** How long a query may take, milliseconds. Reads use an index; a query of the projector is as large as its batch. */
const QUERY_TIMEOUT_MS = { read: 10_000, append: 5_000, project: 60_000, cancel: 5_000 };

/**
 * Opens the log for appending, following and reading, and the views for reading. In a process with the role `projector`
 * it also starts the projector, which keeps the views at the head of the log.
 */
export function openEventStore(
  database: Database,
  { roles }: Pick<Config, 'roles'>,
  throttle: BackgroundThrottle,
  now: Clock,
  logger: Logger,
  closing: ShutdownStack,
): EventStore {
  const pool = createPool(
    database.url,
    {
      name: 'read',
      queryTimeoutMs: QUERY_TIMEOUT_MS.read,
      statementTimeoutMs: READ_TIMEOUT_MS,
      max: 12,
      connectTimeoutMs: CONNECT_TIMEOUT_MS,
    },
    logger,
  );
  closing.add('read pool', () => pool.end());
  const canceling = createPool(
    database.url,
    { name: 'cancel', queryTimeoutMs: QUERY_TIMEOUT_MS.cancel, max: 1 },
    logger,
  );
  closing.add('cancel pool', () => canceling.end());
  cancelBy(pool, cancelFrom(canceling, 'dateline-read'));
  const writing = createPool(database.url, { name: 'append', queryTimeoutMs: QUERY_TIMEOUT_MS.append, max: 2 }, logger);
  closing.add('append pool', () => writing.end());

  const channel = logChannel(database.logId);
  const follower = new Follower({
    url: database.directUrl,
    channel,
    pool,
    onConnection: (state, error) =>
      state === 'lost'
        ? logger.warn({ ...(error && { err: error }) }, 'no longer listening to the log')
        : logger.info('listening to the log'),
  });
  const notifier = new Notifier(writing, channel);
  const appender = new Appender(writing, {
    busyPoll: !roles.has('projector') && !roles.has('worker'),
    onAppended: (position) => {
      follower.advance(position);
      notifier.advance(position);
    },
  });
  closing.add('notifier', () => notifier.close());
  closing.add('follower', () => follower.close());
  const checkpoint = new Checkpoint(pool);
  if (roles.has('projector')) runProjector(database, throttle, follower, checkpoint, logger, closing);
  closing.add('appender', () => appender.close());
  follower.start();
  const reads = { pool, checkpoint, now, cursorSecret: database.cursorSecret };
  const head = new Checkpoint(pool, async () => ({ position: (await readHead(pool)).position }));
  return { reads, log: { ...reads, checkpoint: head, appender, follower } };
}

function runProjector(
  database: Database,
  throttle: BackgroundThrottle,
  follower: Follower,
  checkpoint: Checkpoint,
  logger: Logger,
  closing: ShutdownStack,
): void {
  const pool = createPool(database.url, { name: 'project', queryTimeoutMs: QUERY_TIMEOUT_MS.project, max: 2 }, logger);
  closing.add('projector pool', () => pool.end());
  const projector = new Projector({
    pool,
    views,
    follower,
    throttle,
    onAdvance: (position) => checkpoint.advance(position),
    onEvent: (event) => logEvent(logger, event),
  });
  closing.add('projector', () => projector.stop());
  projector.start();
}

function logEvent(logger: Logger, event: ProjectorEvent): void {
  switch (event.kind) {
    case 'halted':
      return logger.error({ view: event.view, error: event.message }, 'a view is halted: its own code failed');
    case 'swapped':
      return logger.info({ view: event.view }, 'a view was built and is active now');
    case 'subject-halted':
      return logger.error(
        { view: event.view, subject: event.subject, position: event.position, reason: event.reason },
        'a subject is halted: a request was too much work for it',
      );
    case 'restored':
      return logger.info({ view: event.view, subject: event.subject }, 'a subject that was halted is complete again');
    case 'foreign':
      return logger.warn(
        { views: event.views },
        'the database has views of another version: this server does not project them',
      );
    case 'failed':
      return logger.warn({ err: event.error }, 'projecting failed and is retried');
  }
}
