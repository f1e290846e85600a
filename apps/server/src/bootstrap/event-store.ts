import { Appender } from '#log/append/appender.js';
import { Follower } from '#log/follow/follower.js';
import { logChannel, Notifier } from '#log/follow/notifier.js';
import { nowMicroseconds } from '#platform/clock/clock.js';
import type { Role } from '#platform/config/config.js';
import type { Database } from '#platform/database/open-database.js';
import { cancelFrom } from '#platform/database/cancel-queries.js';
import { createPool, READ_DEADLINE } from '#platform/database/pool.js';
import { cancelBy } from '#platform/database/while-wanted.js';
import type { Logger } from '#platform/logging/logger.js';
import type { BackgroundThrottle } from '#platform/background-throttle/background-throttle.js';
import { readViewsAt, type Projection } from '#projector/store/projections.js';
import { Projector, type ProjectorEvent } from '#projector/projector.js';
import { Checkpoint } from '#reader/clocks/checkpoint.js';
import { views } from '#views/registry.js';
import type pg from 'pg';
import type { HealthCheck } from '../health/readiness.js';
import { positionsCheck } from './positions-check.js';
import { clockCheck } from './clock-check.js';
import type { ShutdownStack } from './shutdown-stack.js';
import { StalledViews, type Stalled } from './stalled-views.js';

/** The log and the views of this process: what the API works with. */
export interface EventStore {
  appender: Appender;
  /** Connections for reading. */
  pool: pg.Pool;
  checkpoint: Checkpoint;
  /** Tells when the log moved, whoever moved it. */
  follower: Follower;
  checks: HealthCheck[];
}

/**
 * How long a read may wait for a connection, milliseconds: where all are busy for longer, it is better told to come
 * back.
 */
const READ_WAITS = 5_000;

/** How long a query may take, milliseconds. Reads come from an index; a projector's are as large as its batch. */
const PATIENCE = { read: 10_000, append: 5_000, project: 60_000, cancel: 5_000 };

/** Opens the log for appending and following and, in the projector's role, keeps the views at its head. */
export function openEventStore(
  database: Database,
  roles: ReadonlySet<Role>,
  room: BackgroundThrottle,
  logger: Logger,
  closing: ShutdownStack,
): EventStore {
  const pool = createPool(
    database.url,
    { name: 'read', patience: PATIENCE.read, deadline: READ_DEADLINE, max: 12, waits: READ_WAITS },
    logger,
  );
  closing.add('read pool', () => pool.end());
  const beside = createPool(database.url, { name: 'cancel', patience: PATIENCE.cancel, max: 1 }, logger);
  closing.add('cancel pool', () => beside.end());
  cancelBy(pool, cancelFrom(beside, 'dateline-read'));
  const writing = createPool(database.url, { name: 'append', patience: PATIENCE.append, max: 2 }, logger);
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
    wakeful: !roles.has('projector') && !roles.has('worker'),
    onAppended: (position) => {
      follower.moved(position);
      notifier.moved(position);
    },
  });
  closing.add('notifier', () => notifier.close());
  closing.add('follower', () => follower.close());
  const checkpoint = new Checkpoint(pool);
  if (roles.has('projector')) runProjector(database, room, follower, checkpoint, logger, closing);
  closing.add('appender', () => appender.close());
  follower.start();
  return {
    appender,
    pool,
    checkpoint,
    follower,
    checks: [clockCheck(pool, nowMicroseconds), viewsCheck(pool), positionsCheck(pool, follower)],
  };
}

function runProjector(
  database: Database,
  room: BackgroundThrottle,
  follower: Follower,
  checkpoint: Checkpoint,
  logger: Logger,
  closing: ShutdownStack,
): void {
  const pool = createPool(database.url, { name: 'project', patience: PATIENCE.project, max: 2 }, logger);
  closing.add('projector pool', () => pool.end());
  const projector = new Projector({
    pool,
    views,
    follower,
    room,
    onMoved: (position) => checkpoint.moved(position),
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
      return logger.info({ view: event.view }, 'a view was built and serves now');
    case 'aside':
      return logger.error(
        { view: event.view, subject: event.subject, position: event.position, reason: event.reason },
        'a subject is set aside: a request was too much work for it',
      );
    case 'restored':
      return logger.info({ view: event.view, subject: event.subject }, 'a subject that was set aside holds all again');
    case 'foreign':
      return logger.warn(
        { views: event.views },
        'the database holds views of another version: this server leaves projecting to others',
      );
    case 'failed':
      return logger.warn({ err: event.error }, 'projecting failed and is tried again');
  }
}

/** @param stalled what is remembered of the views from one look to the next */
export function viewsCheck(pool: pg.Pool, stalled = new StalledViews()): HealthCheck {
  return {
    name: 'views',
    async check() {
      const { position, head, projections } = await readViewsAt(pool);
      const halted = projections.filter((one) => one.status === 'halted');
      const lag = Math.max(0, head - position);
      const building = projections.filter((one) => one.status === 'building');
      const still = stalled.look({ head, position, building });
      const standing =
        halted.length > 0
          ? `halted: ${halted.map((one) => one.view).join(', ')}`
          : lag === 0
            ? 'at the head of the log'
            : `${lag} events behind`;
      return {
        ready: still.serving === null,
        detail: inWords(still, lag, projections) ?? standing,
        facts: {
          position,
          lag,
          views: projections.map(({ view, version, status, error, halts }) => ({
            view,
            version,
            status,
            ...(error && { error }),
            ...(halts.length > 0 && { haltedSubjects: halts.length }),
          })),
        },
      };
    },
  };
}

/** What stands still, and since when; `null`: nothing does. */
function inWords({ serving, building }: Stalled, lag: number, projections: readonly Projection[]): string | null {
  const seconds = (milliseconds: number): string => `${Math.floor(milliseconds / 1_000)} s`;
  const active = projections.filter((one) => one.status === 'active').map((one) => one.view);
  const parts = [
    ...(serving
      ? [`at position ${serving.position} for ${seconds(serving.for)} while ${lag} events wait: ${active.join(', ')}`]
      : []),
    ...building.map((one) => `${one.view}, being built, at position ${one.position} for ${seconds(one.for)}`),
  ];
  return parts.length === 0 ? null : `standing still ${parts.join('; ')}`;
}
