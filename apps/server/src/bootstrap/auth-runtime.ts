import type { Database } from '#platform/database/open-database.js';
import { createPool } from '#platform/database/pool.js';
import type { AdminKey } from '#platform/keys/admin-key.js';
import { Keyring } from '#platform/keys/keyring.js';
import { Sessions } from '#platform/keys/sessions.js';
import type { Logger } from '#platform/logging/logger.js';
import type pg from 'pg';
import { FailureSummary } from '../auth/failure-summary.js';
import type { ShutdownStack } from './shutdown-stack.js';

/** Who may come in: what the API asks, and keeps. */
export interface AuthRuntime {
  keyring: Keyring;
  sessions: Sessions;
  /**
   * For keys, sessions and the audit trail: connections of their own, so that nobody is kept out because reading is
   * busy.
   */
  accessPool: pg.Pool;
  /** Told of each key that was not right. */
  onFailed: (address: string) => void;
}

/** How long a query may take, milliseconds. */
const PATIENCE = 5_000;
/** How often it is written down which keys were used and which were not right, milliseconds. */
const USES_EVERY = 5_000;
const FAILURES_EVERY = 60_000;

export function openAuthRuntime(
  database: Database,
  adminKey: AdminKey,
  logger: Logger,
  closing: ShutdownStack,
): AuthRuntime {
  const accessPool = createPool(database.url, { name: 'access', patience: PATIENCE, max: 2 }, logger);
  closing.add('access pool', () => accessPool.end());
  const keyring = new Keyring(adminKey, accessPool);
  const failures = new FailureSummary();
  every(USES_EVERY, 'which keys were used', () => keyring.writeUses());
  every(FAILURES_EVERY, 'which keys were not right', () => failures.flush(accessPool));
  return {
    keyring,
    sessions: new Sessions(accessPool, keyring),
    accessPool,
    onFailed: (address) => failures.failed(address),
  };

  function every(milliseconds: number, what: string, write: () => Promise<void>): void {
    const writing = (): Promise<void> =>
      write().catch((error: unknown) =>
        logger.warn({ err: error, what }, 'could not be written down, and is tried again'),
      );
    const timer = setInterval(() => void writing(), milliseconds);
    closing.add(what, () => {
      clearInterval(timer);
      return writing();
    });
  }
}
