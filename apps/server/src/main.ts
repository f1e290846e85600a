import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { setFlagsFromString } from 'node:v8';
import { nowMicroseconds } from '#platform/clock/clock.js';
import { loadConfig } from '#platform/config/config.js';
import { openDatabase } from '#platform/database/open-database.js';
import { openAdminKey } from '#platform/keys/admin-key.js';
import { createLogger } from '#platform/logging/logger.js';
import { createMetrics } from '#platform/metrics/metrics.js';
import { BackgroundThrottle } from '#platform/background-throttle/background-throttle.js';
import { createServer } from './create-server.js';
import { openAuthRuntime } from './bootstrap/auth-runtime.js';
import { banner } from './bootstrap/banner.js';
import { ShutdownStack } from './bootstrap/shutdown-stack.js';
import { captureConsole } from './bootstrap/console.js';
import { databaseChecks } from './bootstrap/database-checks.js';
import { Demo } from './bootstrap/demo.js';
import { openEventStore } from './bootstrap/event-store.js';
import { startCleanup } from './bootstrap/cleanup.js';
import { closeHttpServer } from './bootstrap/close-http-server.js';
import { listen } from './bootstrap/listen.js';
import { handleSignals } from './bootstrap/signals.js';
import { queueDashboard } from './bootstrap/queue-dashboard.js';
import { registerQueueMetrics, queuesCheck } from './bootstrap/queue-metrics.js';
import { trackRequestRate } from './bootstrap/request-rate.js';
import { openQueues } from './bootstrap/queues.js';
import { formatStartupError } from './bootstrap/startup-error.js';
import { versionOfDateline } from './bootstrap/version.js';
import { startWorkers } from './bootstrap/workers.js';

// Else the garbage of an import is let grow to several times what is alive (docs/adr/0015-import-and-export.md).
setFlagsFromString('--heap-growing-percent=60');

const closing = new ShutdownStack();

/** Opens the parts in the order in which they need one another; they are closed in the opposite one. */
async function start(): Promise<void> {
  const config = loadConfig(process.env);
  const logger = createLogger(config.logLevel);
  captureConsole(logger);
  const stop = handleSignals(closing, logger);

  const database = await openDatabase(config, logger);
  closing.add('database', () => database.stop());
  void database.lost.then((reason) => stop(reason, 1));

  const adminKey = openAdminKey(config);
  const access = openAuthRuntime(database, adminKey, logger, closing);
  if (config.roles.has('worker')) startCleanup(access, logger, closing);
  const room = new BackgroundThrottle();
  const engine = openEventStore(database, config.roles, room, logger, closing);
  const queues = await openQueues(config, database, logger, closing);
  const demo = Demo.of(config, database, { ...engine, now: nowMicroseconds, logger });

  const version = versionOfDateline();
  const metrics = createMetrics();
  registerQueueMetrics(metrics, queues, engine.pool, nowMicroseconds);
  const app = await createServer({
    version,
    roles: config.roles,
    publicRead: config.publicRead,
    trustProxy: config.trustProxy,
    rateLimit: config.rateLimit,
    maxStreams: config.maxStreams,
    corsOrigins: config.corsOrigins,
    logger,
    metrics,
    ...access,
    pages: config.roles.has('api') ? [queueDashboard(queues)] : [],
    checks: [
      ...databaseChecks(engine.pool),
      ...engine.checks,
      queuesCheck(queues, engine.pool, nowMicroseconds),
      demo.check,
    ],
    databaseUrl: database.url,
    cursorSecret: database.cursorSecret,
    pool: engine.pool,
    appender: engine.appender,
    checkpoint: engine.checkpoint,
    follower: engine.follower,
    queues,
    now: nowMicroseconds,
  });
  closing.add('http', closeHttpServer(app));
  if (config.roles.has('api')) trackRequestRate(app, room);
  if (config.roles.has('worker'))
    await startWorkers(database, {
      ...engine,
      queues,
      queries: app.get(QueryBus),
      room,
      now: nowMicroseconds,
      logger,
      closing,
    });
  const loaded = await demo.load(app.get(CommandBus));
  const url = await listen(app, config);
  logger.info({ url, version, roles: [...config.roles] }, 'listening');
  process.stdout.write(banner({ version, url, config, database, adminKey, demo: loaded }));
}

start().catch(async (error: unknown) => {
  process.stderr.write(formatStartupError(error));
  await closing.closeAll(createLogger('warn'), 9000);
  process.exit(1);
});
