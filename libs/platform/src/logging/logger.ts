import { writeSync } from 'node:fs';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from '../config/settings.js';
import { readableLine } from './readable-lines.js';

export type { Logger } from 'pino';

/**
 * The server's log on stdout: one JSON object a line, instants as RFC 3339; readable lines where stdout is a terminal. The lines of a turn are written
 * together and synchronously, those before an exit too, without pid and host, which whoever collects the lines adds anyway. Keys and cookies never reach it.
 */
export function createLogger(level: LogLevel, destination = standardOutput()): Logger {
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
    destination,
  );
}

function standardOutput(): DestinationStream {
  return process.stdout.isTTY ? { write: (json) => void writeSync(1, readableLine(json)) } : linesOfATurn();
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
