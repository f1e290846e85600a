import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { reasonForOperator } from '../logging/describe-error.js';
import type { Logger } from '../logging/logger.js';
import { databaseAddress } from './database-address.js';
import { DatabaseStartupError } from './startup-error.js';

/** What a person must mend: a wrong password, a role or a database that is not there. Waiting changes nothing. */
const hopeless = new Set(['28000', '28P01', '3D000', '42501']);

/** How long a server waits at its start for a database that is starting too. */
export const connectPatience = 30_000;

/**
 * One connection, waited for: a database that starts at the same time as the server needs a moment. Each failure is one
 * line in the log.
 *
 * @param setting the variable that the address comes from, for the message
 * @param patience milliseconds after which to give up
 * @throws DatabaseRefused when it cannot be reached in time, or at once when waiting cannot help
 */
export async function connect(
  url: string,
  setting: string,
  logger: Logger,
  patience = connectPatience,
): Promise<pg.Client> {
  const deadline = Date.now() + patience;
  for (let pause = 250; ; pause = Math.min(pause * 2, 5000)) {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'dateline-start',
      connectionTimeoutMillis: 10_000,
    });
    // A connection that breaks later is told by the query that was under way; without a listener it would end the
    // process.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      const { code, reason } = explain(error);
      if (hopeless.has(code))
        throw new DatabaseStartupError(`The database refuses ${databaseAddress(url)} (${setting}): ${reason}.`);
      if (Date.now() + pause > deadline) {
        const waited = Math.round(patience / 1000);
        throw new DatabaseStartupError(
          `The database at ${databaseAddress(url)} (${setting}) could not be reached for ${waited} seconds: ${reason}.`,
        );
      }
      logger.warn({ database: databaseAddress(url), reason, nextTryInMs: pause }, 'the database is not there yet');
      await sleep(pause);
    }
  }
}

/** Node reports a name with several addresses as an AggregateError without a message of its own. */
function explain(error: unknown): { code: string; reason: string } {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const { code = '' } = first as { code?: string };
  return { code, reason: reasonForOperator(first) };
}
