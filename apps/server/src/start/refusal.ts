import { ConfigError } from '#platform/config/config.js';
import { DatabaseRefused } from '#platform/database/open-database.js';
import { describeError } from '#platform/logging/describe-error.js';
import { ListenRefused } from './listen.js';

/** What to tell the operator of a start that failed: in plain words where it is for them to mend, else with the stack, because it is for us. */
export function explainRefusal(error: unknown): string {
  if (error instanceof ConfigError) return `${error.message}\n`;
  if (error instanceof DatabaseRefused || error instanceof ListenRefused)
    return `Dateline cannot start.\n${error.message.replaceAll(/^/gm, '  ')}\n`;
  return `Dateline cannot start, and the reason is its own: ${describeError(error).stack}\n`;
}
