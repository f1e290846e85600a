import { ConfigError, DatabaseStartupError } from '#platform/config/startup-errors.js';
import { describeError } from '#platform/logging/describe-error.js';
import type { Logger } from '#platform/logging/logger.js';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isNativeError } from 'node:util/types';
import { z } from 'zod';
import { ListenError } from './http-server.js';

interface Opened {
  name: string;
  close: () => Promise<unknown>;
}

/**
 * Closes what has been opened, the last opened first: the HTTP server before the pools, the pools before the database.
 */
export class ShutdownStack {
  private readonly opened: Opened[] = [];

  add(name: string, close: () => Promise<unknown>): void {
    this.opened.push({ name, close });
  }

  /**
   * Closes everything. A failure is logged and does not stop the rest.
   *
   * @param timeoutMs for everything together
   * @returns whether everything was closed in time
   */
  async closeAll(logger: Logger, timeoutMs: number): Promise<boolean> {
    const timeout = sleep(timeoutMs, 'late' as const, { ref: false });
    for (let next = this.opened.pop(); next; next = this.opened.pop()) {
      const { name, close } = next;
      const closed = close().catch((error: unknown) =>
        logger.error({ err: error, part: name }, 'a part could not be closed'),
      );
      if ((await Promise.race([closed, timeout])) === 'late') {
        logger.warn({ part: name }, 'a part did not close in time');
        return false;
      }
    }
    return true;
  }
}

/** How long closing everything may take, milliseconds: an orderly end takes 10 seconds at most, the exit included. */
export const CLOSE_WITHIN = 9000;

/**
 * Under `npm start`, one Ctrl-C arrives twice: from the terminal, and from npm. A signal within so many milliseconds
 * after the first counts as the same.
 */
const SAME_SIGNAL_WITHIN = 250;

/** Closes everything, then exits. */
export type Stop = (reason: string, exitCode: number) => void;

/**
 * Handles the signals of the process. The first SIGTERM, SIGINT or SIGHUP closes everything and exits 0; another one
 * exits at once. After an uncaught error the state of the process is unknown: it is logged, and the process exits 1. An
 * embedded PostgreSQL is stopped in any case.
 */
export function handleSignals(closing: ShutdownStack, logger: Logger): Stop {
  let began: number | null = null;
  const stop: Stop = (reason, exitCode) => {
    if (began !== null) return;
    began = performance.now();
    logger.info({ reason }, 'stopping');
    void closing.closeAll(logger, CLOSE_WITHIN).then((inTime) => {
      logger.info({ inTime }, 'stopped');
      process.exit(exitCode);
    });
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (began !== null && performance.now() - began > SAME_SIGNAL_WITHIN) process.exit(1);
      stop(signal, 0);
    });
  }
  const fail = (error: unknown) => {
    logger.fatal({ err: error }, 'uncaught error');
    process.exit(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  return stop;
}

const LEVELS = { error: 'error', warn: 'warn', info: 'info', log: 'info', debug: 'debug', trace: 'debug' } as const;

/**
 * Redirects what libraries write to the console into the log. An error is logged like any other. Of the rest only the
 * first argument is kept, where it is a text, up to a colon or the end of its line: private data may follow.
 */
export function captureConsole(logger: Logger): void {
  for (const [method, level] of Object.entries(LEVELS)) {
    console[method as keyof typeof LEVELS] = (...written: unknown[]) => {
      const err = written.find((one) => isNativeError(one));
      const [first] = written;
      const about = typeof first === 'string' ? first.split(/[:\n]/, 1)[0]?.slice(0, 200) : undefined;
      logger[level]({ ...(about !== undefined && { about }), ...(err && { err }) }, 'a library wrote to the console');
    };
  }
}

/**
 * Formats the error of a failed start for the operator: the message alone where the operator can mend the cause, else
 * with the stack, for a bug report.
 */
export function formatStartupError(error: unknown): string {
  if (error instanceof ConfigError) return `${error.message}\n`;
  if (error instanceof DatabaseStartupError || error instanceof ListenError)
    return `Dateline cannot start.\n${error.message.replaceAll(/^/gm, '  ')}\n`;
  return `Dateline cannot start because of a bug: ${describeError(error).stack}\n`;
}

/** Reads the version from the nearest package.json above. Sources and built files are at different depths. */
export function readVersion(folder = import.meta.dirname): string {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest))
    return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8'))).version;
  return readVersion(dirname(folder));
}
