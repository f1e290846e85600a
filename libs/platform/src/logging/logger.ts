import { writeSync } from 'node:fs';
import { isNativeError } from 'node:util/types';
import { type DestinationStream, type LogFn, type Logger, pino } from 'pino';
import type { LogLevel } from '../config/settings.js';
import { describeError, hideSecrets } from './describe-error.js';

export type { Logger } from 'pino';

/**
 * The log of the server, on stdout: one JSON object per line, times as RFC 3339; if stdout is a terminal, readable
 * lines instead. It omits pid and host, which log collectors add anyway. Keys and cookies never reach it. An error is
 * described by `describeError`, wherever it is in a line, so the log holds nothing that was sent or stored.
 */
export function createLogger(level: LogLevel, destination = standardOutput()): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: withoutPrivateData },
      // The error is described already. Without this, pino's own serializer would add to it.
      serializers: { err: (described: unknown) => described },
      hooks: { logMethod: alwaysWithMessage },
      redact: {
        paths: [
          'authorization',
          'cookie',
          'headers.authorization',
          'headers.cookie',
          'req.headers.authorization',
          'req.headers.cookie',
        ],
        censor: '[hidden]',
      },
    },
    destination,
  );
}

function withoutPrivateData(line: Record<string, unknown>): Record<string, unknown> {
  const cleaned: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(line)) {
    if (name === 'err' || isNativeError(value)) cleaned[name] = describeError(value);
    else cleaned[name] = typeof value === 'string' ? hideSecrets(value) : value;
  }
  return cleaned;
}

/** Without a message, pino would log that of the error, which may hold data. */
function alwaysWithMessage(this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const [first, message] = args as unknown[];
  const facts = isNativeError(first) ? { err: first } : first;
  const needsMessage = typeof facts === 'object' && facts !== null && 'err' in facts && typeof message !== 'string';
  method.apply(this, needsMessage ? [facts, 'an error'] : args);
}

function standardOutput(): DestinationStream {
  return process.stdout.isTTY ? { write: (json) => void writeSync(1, prettyLine(json)) } : buffered();
}

/** Writes the lines of a turn of the event loop together and synchronously; those before an exit too. */
function buffered(): DestinationStream {
  const output = pino.destination({ dest: 1, sync: true });
  let lines = '';
  const write = (): void => {
    if (lines !== '') output.write(lines);
    lines = '';
  };
  process.on('exit', write);
  return {
    write: (line) => {
      if (lines === '') setImmediate(write);
      lines += line;
    },
  };
}

/** A line of JSON as pino writes it. */
interface Line {
  level: string;
  time: string;
  msg?: string;
  err?: { stack?: string };
  [fact: string]: unknown;
}

/** Formats a line for a terminal: the time of day, the level unless it is `info`, the message, and the other fields. */
export function prettyLine(json: string): string {
  const { level, time, msg = '', err, ...facts } = JSON.parse(json) as Line;
  const mark = level === 'info' ? '' : `${level.toUpperCase()} `;
  const details = Object.entries(facts).map(
    ([name, value]) => ` ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const stack = err?.stack === undefined ? '' : `${err.stack}\n`;
  return `${time.slice(11, 19)} ${mark}${msg}${details.join('')}\n${stack}`;
}
