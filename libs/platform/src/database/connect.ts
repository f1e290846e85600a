import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseStartupError } from '../config/startup-errors.js';
import { reasonForOperator } from '../logging/describe-error.js';
import type { Logger } from '../logging/logger.js';

/** What a person must correct: a wrong password, a role or a database that does not exist. Waiting changes nothing. */
const hopeless = new Set(['28000', '28P01', '3D000', '42501']);

/** How long a starting server waits for a database that is starting too, milliseconds. */
export const connectTimeoutMs = 30_000;

/** A connection string as the operator may see it: `dateline@db.example.org:5432/news`. Never the password. */
export function databaseAddress(url: string): string {
  const { user, host, port, database } = new pg.Client({ connectionString: url });
  return `${user ?? ''}@${host}:${port}/${database ?? ''}`;
}

/**
 * Opens one connection. Tries again while the database cannot be reached, because a database that starts at the same
 * time as the server needs a moment. Logs one line per failure.
 *
 * @param setting the variable that holds the address, for the message
 * @param timeoutMs after which to give up
 * @throws DatabaseStartupError when the time is over, or at once when waiting cannot help
 */
export async function connect(
  url: string,
  setting: string,
  logger: Logger,
  timeoutMs = connectTimeoutMs,
): Promise<pg.Client> {
  const deadline = Date.now() + timeoutMs;
  for (let pause = 250; ; pause = Math.min(pause * 2, 5000)) {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'dateline-start',
      connectionTimeoutMillis: 10_000,
    });
    // When a connection breaks later, the query under way fails. Without a listener the event would end the process.
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
        const waited = Math.round(timeoutMs / 1000);
        throw new DatabaseStartupError(
          `The database at ${databaseAddress(url)} (${setting}) could not be reached for ${waited} seconds: ${reason}.`,
        );
      }
      logger.warn({ database: databaseAddress(url), reason, nextTryInMs: pause }, 'the database cannot be reached yet');
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
