import { pino, type Logger } from 'pino';
import type { LogLevel } from '../config/settings.js';

export type { Logger } from 'pino';

/**
 * The server's log: one JSON object a line on stdout, instants as RFC 3339. Written synchronously, so that the last line before an exit is there, and
 * without pid and host, which whoever collects the lines adds anyway. Keys and cookies never reach it.
 */
export function createLogger(level: LogLevel): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: ['authorization', 'cookie', 'headers.authorization', 'headers.cookie', 'req.headers.authorization', 'req.headers.cookie'],
        censor: '[hidden]',
      },
    },
    pino.destination({ dest: 1, sync: true }),
  );
}
