import { ConfigError } from '#platform/config/config.js';
import { DatabaseStartupError } from '#platform/database/open-database.js';
import { describeError } from '#platform/logging/describe-error.js';
import { ListenError } from './listen.js';

/**
 * What to tell the operator of a start that failed: in plain words where it is for them to mend, else with the stack,
 * because it is for us.
 */
export function formatStartupError(error: unknown): string {
  if (error instanceof ConfigError) return `${error.message}\n`;
  if (error instanceof DatabaseStartupError || error instanceof ListenError)
    return `Dateline cannot start.\n${error.message.replaceAll(/^/gm, '  ')}\n`;
  return `Dateline cannot start, and the reason is its own: ${describeError(error).stack}\n`;
}
