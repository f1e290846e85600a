import { isNativeError } from 'node:util/types';
import type { Logger } from '#platform/logging/logger.js';

const LEVELS = { error: 'error', warn: 'warn', info: 'info', log: 'info', debug: 'debug', trace: 'debug' } as const;

/**
 * Puts what libraries write to the console into the log, in its form: errors as the log tells them. Of other things
 * only the first, where it is a text, up to a colon or the end of its line: behind that stands what it was about.
 */
export function captureConsole(logger: Logger): void {
  for (const [method, level] of Object.entries(LEVELS)) {
    console[method as keyof typeof LEVELS] = (...said: unknown[]) => {
      const err = said.find((one) => isNativeError(one));
      const [first] = said;
      const about = typeof first === 'string' ? first.split(/[:\n]/, 1)[0]?.slice(0, 200) : undefined;
      logger[level]({ ...(about !== undefined && { about }), ...(err && { err }) }, 'a library wrote to the console');
    };
  }
}
