import type { Logger } from '#platform/logging/logger.js';
import type { ShutdownStack } from './shutdown-stack.js';

/** All of the ten seconds that an orderly end may take, less a margin for the exit itself. */
const patience = 9000;

/**
 * One Ctrl-C under `npm start` comes twice: from the terminal, and handed on by npm. Milliseconds in which the second
 * is the first.
 */
const echo = 250;

/** Begins the end of the server: closes everything, then exits. */
export type Stop = (reason: string, exitCode: number) => void;

/**
 * Ties the server to its process. The first SIGTERM, SIGINT or SIGHUP closes everything and exits 0; another one exits
 * at once. An error that nobody caught leaves the process in a state that nobody knows: it is logged, and the process
 * exits 1. An embedded PostgreSQL is told to stop in any case.
 */
export function handleSignals(closing: ShutdownStack, logger: Logger): Stop {
  let began: number | null = null;
  const stop: Stop = (reason, exitCode) => {
    if (began !== null) return;
    began = performance.now();
    logger.info({ reason }, 'stopping');
    void closing.closeAll(logger, patience).then((inTime) => {
      logger.info({ inTime }, 'stopped');
      process.exit(exitCode);
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (began !== null && performance.now() - began > echo) process.exit(1);
      stop(signal, 0);
    });
  }
  const fail = (error: unknown) => {
    logger.fatal({ err: error }, 'an error that nobody caught');
    process.exit(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  return stop;
}
