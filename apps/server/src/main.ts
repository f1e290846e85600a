import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { setFlagsFromString } from 'node:v8';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { BackgroundThrottle } from '#platform/background/background-throttle.js';
import { nowMicroseconds } from '#platform/clock/clock.js';
import { loadConfig, type Config } from '#platform/config/config.js';
import { DatabaseStartupError } from '#platform/config/startup-errors.js';
import { connectTimeoutMs, databaseAddress } from '#platform/database/connect.js';
import { openDatabase } from '#platform/database/open-database.js';
import { isTransientDatabaseError, retryWhileTransient } from '#platform/database/database-errors.js';
import { openAdminKey } from '#platform/keys/admin-key.js';
import { reasonForOperator } from '#platform/logging/describe-error.js';
import { createLogger, type Logger } from '#platform/logging/logger.js';
import { queueDashboard } from './admin/queues.controller.js';
import { openAuthRuntime, startCleanup } from './bootstrap/auth-runtime.js';
import { banner } from './bootstrap/banner.js';
import { openEventStore } from './bootstrap/event-store.js';
import { closeHttpServer, listen, trackRequestRate } from './bootstrap/http-server.js';
import {
  captureConsole,
  CLOSE_WITHIN,
  formatStartupError,
  handleSignals,
  readVersion,
  ShutdownStack,
  type Stop,
} from './bootstrap/process.js';
import { openQueues, registerQueueMetrics } from './bootstrap/queues.js';
import { startWorkers } from './bootstrap/workers.js';
import { readConsole } from './console/console-files.js';
import { createServer } from './create-server.js';
import { Demo } from './demo/demo.js';
import { healthChecks } from './health/checks.js';
import { summaryBuilders } from './summary-builders/summary-builders.js';

// By default V8 lets garbage grow to several times the live data during an import (docs/adr/0015-import-and-export.md).
setFlagsFromString('--heap-growing-percent=60');

const closing = new ShutdownStack();

/** A database that goes away during the start is waited for: everything is closed, and opened again. */
async function start(): Promise<void> {
  const config = loadConfig(process.env);
  const logger = createLogger(config.logLevel);
  captureConsole(logger);
  const stop = handleSignals(closing, logger);
  const place = config.databaseUrl === null ? config.dataDir : databaseAddress(config.databaseUrl);
  const openAgain = async (error: unknown): Promise<void> => {
    logger.warn({ database: place, err: error }, 'the connection to the database was lost during the start');
    await closing.closeAll(logger, CLOSE_WITHIN);
  };
  try {
    await retryWhileTransient(() => open(config, logger, stop), openAgain, connectTimeoutMs);
  } catch (error) {
    if (!isTransientDatabaseError(error)) throw error;
    const reason = reasonForOperator(error);
    throw new DatabaseStartupError(`The connection to the database at ${place} is lost again and again: ${reason}.`);
  }
}

/** Opens the parts in the order of their dependencies. They are closed in the reverse order. */
async function open(config: Config, logger: Logger, stop: Stop): Promise<void> {
  const database = await openDatabase(config, logger);
  closing.add('database', () => database.stop());
  void database.lost.then((reason) => stop(reason, 1));

  const adminKey = openAdminKey(config);
  const auth = openAuthRuntime(database, adminKey, logger, closing);
  if (config.roles.has('worker')) startCleanup(auth, logger, closing);
  const throttle = new BackgroundThrottle();
  const { log, reads } = openEventStore(database, config, throttle, nowMicroseconds, logger, closing);
  const queues = await openQueues(config, database, logger, closing);
  const demo = Demo.of(config, database, reads, logger);

  const version = readVersion();
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  registerQueueMetrics(metrics, queues, reads);
  const app = await createServer(
    { log, reads, auth, queues, runtime: { config, version, logger, metrics } },
    {
      checks: [...healthChecks(reads, log, queues), demo.check],
      pages: config.roles.has('api') ? [queueDashboard(queues)] : [],
      console: config.roles.has('api') ? readConsole() : null,
      databaseUrl: database.url,
    },
  );
  closing.add('http', closeHttpServer(app));
  if (config.roles.has('api')) trackRequestRate(app, throttle);
  if (config.roles.has('worker')) {
    const builders = summaryBuilders(app.get(QueryBus), reads);
    await startWorkers(database, { log, reads, queues, builders, throttle, logger, closing });
  }
  const loaded = await demo.load(app.get(CommandBus));
  const url = await listen(app, config);
  logger.info({ url, version, roles: [...config.roles] }, 'listening');
  process.stdout.write(banner({ version, url, config, database, adminKey, demo: loaded }));
}

start().catch(async (error: unknown) => {
  process.stderr.write(formatStartupError(error));
  await closing.closeAll(createLogger('warn'), CLOSE_WITHIN);
  process.exit(1);
});
