import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { setFlagsFromString } from 'node:v8';
import { nowMicroseconds } from '#platform/clock/clock.js';
import { loadConfig } from '#platform/config/config.js';
import { openDatabase } from '#platform/database/open-database.js';
import { openAdminKey } from '#platform/keys/admin-key.js';
import { createLogger } from '#platform/logging/logger.js';
import { createMetrics } from '#platform/metrics/metrics.js';
import { Room } from '#platform/room/room.js';
import { createServer } from './create-server.js';
import { openAccess } from './start/access.js';
import { banner } from './start/banner.js';
import { Closing } from './start/closing.js';
import { captureConsole } from './start/console.js';
import { databaseChecks } from './start/database-checks.js';
import { Demo } from './start/demo.js';
import { openEngine } from './start/engine.js';
import { keepHouse } from './start/housekeeping.js';
import { hangUpOn } from './start/hang-up.js';
import { listen } from './start/listen.js';
import { watchProcess } from './start/process-events.js';
import { queuePages } from './start/queue-pages.js';
import { measureQueues, queuesCheck } from './start/queue-reports.js';
import { countQuestions } from './start/questions.js';
import { openQueues } from './start/queues.js';
import { explainRefusal } from './start/refusal.js';
import { versionOfDateline } from './start/version.js';
import { startWork } from './start/work.js';

// Else the garbage of an import is let grow to several times what is alive (docs/adr/0015-import-and-export.md).
setFlagsFromString('--heap-growing-percent=60');

const closing = new Closing();

/** Opens the parts in the order in which they need one another; they are closed in the opposite one. */
async function start(): Promise<void> {
  const config = loadConfig(process.env);
  const logger = createLogger(config.logLevel);
  captureConsole(logger);
  const stop = watchProcess(closing, logger);

  const database = await openDatabase(config, logger);
  closing.add('database', () => database.stop());
  void database.lost.then((reason) => stop(reason, 1));

  const adminKey = openAdminKey(config);
  const access = openAccess(database, adminKey, logger, closing);
  if (config.roles.has('worker')) keepHouse(access, logger, closing);
  const room = new Room();
  const engine = openEngine(database, config.roles, room, logger, closing);
  const queues = await openQueues(config, database, logger, closing);
  const demo = Demo.of(config, database, { ...engine, now: nowMicroseconds, logger });

  const version = versionOfDateline();
  const metrics = createMetrics();
  measureQueues(metrics, queues, engine.pool, nowMicroseconds);
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
    pages: config.roles.has('api') ? [queuePages(queues)] : [],
    checks: [...databaseChecks(engine.pool), ...engine.checks, queuesCheck(queues, engine.pool, nowMicroseconds), demo.check],
    databaseUrl: database.url,
    cursorSecret: database.cursorSecret,
    pool: engine.pool,
    appender: engine.appender,
    checkpoint: engine.checkpoint,
    follower: engine.follower,
    queues,
    now: nowMicroseconds,
  });
  closing.add('http', hangUpOn(app));
  if (config.roles.has('api')) countQuestions(app, room);
  if (config.roles.has('worker'))
    await startWork(database, { ...engine, queues, queries: app.get(QueryBus), room, now: nowMicroseconds, logger, closing });
  const loaded = await demo.load(app.get(CommandBus));
  const url = await listen(app, config);
  logger.info({ url, version, roles: [...config.roles] }, 'listening');
  process.stdout.write(banner({ version, url, config, database, adminKey, demo: loaded }));
}

start().catch(async (error: unknown) => {
  process.stderr.write(explainRefusal(error));
  await closing.closeAll(createLogger('warn'), 9000);
  process.exit(1);
});
