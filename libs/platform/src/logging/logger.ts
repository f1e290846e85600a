import { writeSync } from 'node:fs';
import { isNativeError } from 'node:util/types';
import { type DestinationStream, type LogFn, type Logger, pino } from 'pino';
import type { LogLevel } from '../config/settings.js';
import { describeError } from './describe-error.js';
import { hideSecrets } from './hide-secrets.js';
import { prettyLine } from './pretty-lines.js';

export type { Logger } from 'pino';

/**
 * The server's log on stdout: one JSON object a line, instants as RFC 3339; readable lines where stdout is a terminal.
 * The lines of a turn are written together and synchronously, those before an exit too, without pid and host, which
 * whoever collects the lines adds anyway. Keys and cookies never reach it, and an error is told by `describeError`
 * wherever it stands in a line: nothing of what was sent or stored.
 */
export function createLogger(level: LogLevel, destination = standardOutput()): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: withoutPrivateData },
      // Described by then: pino's own would look for more in it.
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
  const told: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(line)) {
    if (name === 'err' || isNativeError(value)) told[name] = describeError(value);
    else told[name] = typeof value === 'string' ? hideSecrets(value) : value;
  }
  return told;
}

/** Where a line has no message of its own, pino would take that of its error. */
function alwaysWithMessage(this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const [first, message] = args as unknown[];
  const facts = isNativeError(first) ? { err: first } : first;
  const isLacking = typeof facts === 'object' && facts !== null && 'err' in facts && typeof message !== 'string';
  method.apply(this, isLacking ? [facts, 'an error'] : args);
}

function standardOutput(): DestinationStream {
  return process.stdout.isTTY ? { write: (json) => void writeSync(1, prettyLine(json)) } : linesOfATurn();
}

function linesOfATurn(): DestinationStream {
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
