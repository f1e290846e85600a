import { sweepIdempotency } from '#log/append/idempotency.js';
import type { Database } from '#platform/database/open-database.js';
import { createPool } from '#platform/database/pool.js';
import type { AdminKey } from '#platform/keys/admin-key.js';
import { Keyring } from '#platform/keys/keyring.js';
import { Sessions } from '#platform/keys/sessions.js';
import type { Logger } from '#platform/logging/logger.js';
import { FailureSummary } from '../auth/failed-attempts.js';
import type { AuthPart } from './parts.js';
import type { ShutdownStack } from './process.js';

/** How long a query may take, milliseconds. */
const QUERY_TIMEOUT_MS = 5_000;
/** How often the uses of keys, and the invalid keys, are written to the database, milliseconds. */
const WRITE_USES_EVERY = 5_000;
const WRITE_FAILURES_EVERY = 60_000;
/** How often expired rows are deleted, milliseconds. They have no effect any more, so nothing waits for it. */
const CLEAN_UP_EVERY = 10 * 60_000;

export function openAuthRuntime(
  database: Database,
  adminKey: AdminKey,
  logger: Logger,
  closing: ShutdownStack,
): AuthPart {
  const pool = createPool(database.url, { name: 'access', queryTimeoutMs: QUERY_TIMEOUT_MS, max: 2 }, logger);
  closing.add('access pool', () => pool.end());
  const keyring = new Keyring(adminKey, pool);
  const failures = new FailureSummary();
  every(WRITE_USES_EVERY, 'uses of keys', () => keyring.writeUses());
  every(WRITE_FAILURES_EVERY, 'invalid keys', () => failures.flush(pool));
  return { keyring, sessions: new Sessions(pool, keyring), pool, onFailed: (address) => failures.failed(address) };

  function every(milliseconds: number, what: string, write: () => Promise<void>): void {
    const tryToWrite = (): Promise<void> =>
      write().catch((error: unknown) =>
        logger.warn({ err: error, what }, 'could not be written to the database and is retried'),
      );
    const timer = setInterval(() => void tryToWrite(), milliseconds);
    closing.add(what, () => {
      clearInterval(timer);
      return tryToWrite();
    });
  }
}

/** Deletes expired sessions, and Idempotency-Keys of more than a day ago. Any number of processes may do so at once. */
export function startCleanup({ pool, sessions }: AuthPart, logger: Logger, closing: ShutdownStack): void {
  const cleanUp = async (): Promise<void> => {
    try {
      await sessions.sweep();
      const keys = await sweepIdempotency(pool);
      if (keys > 0) logger.info({ keys }, 'Idempotency-Keys of more than a day ago were deleted');
    } catch (error) {
      logger.warn({ err: error }, 'expired rows could not be deleted; this is retried');
    }
  };
  let underWay = cleanUp();
  const timer = setInterval(() => {
    underWay = cleanUp();
  }, CLEAN_UP_EVERY);
  closing.add('cleanup', () => {
    clearInterval(timer);
    return underWay;
  });
}
