import type { Logger } from '#platform/logging/logger.js';
import type { Closing } from './closing.js';

/** All of the ten seconds that an orderly end may take, less a margin for the exit itself. */
const patience = 9000;

/**
 * Ties the server to its process. The first SIGTERM, SIGINT or SIGHUP closes everything and exits 0; the second exits at once. An error that nobody
 * caught leaves the process in a state that nobody knows: it is logged, and the process exits 1. An embedded PostgreSQL is told to stop in any case.
 */
export function watchProcess(closing: Closing, logger: Logger): { stop: (reason: string, exitCode: number) => void } {
  let stopping = false;
  const stop = (reason: string, exitCode: number) => {
    if (stopping) process.exit(exitCode || 1);
    stopping = true;
    logger.info({ reason }, 'stopping');
    void closing.closeAll(logger, patience).then((inTime) => {
      logger.info({ inTime }, 'stopped');
      process.exit(exitCode);
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop(signal, 0));
  const fail = (error: unknown) => {
    logger.fatal({ err: error }, 'an error that nobody caught');
    process.exit(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  return { stop };
}
