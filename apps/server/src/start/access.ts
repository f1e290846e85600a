import type { Database } from '#platform/database/open-database.js';
import { createPool } from '#platform/database/pool.js';
import type { AdminKey } from '#platform/keys/admin-key.js';
import { Keyring } from '#platform/keys/keyring.js';
import { Sessions } from '#platform/keys/sessions.js';
import type { Logger } from '#platform/logging/logger.js';
import type pg from 'pg';
import type { Closing } from './closing.js';

/** Who may come in: what the API asks, and keeps. */
export interface Access {
  keyring: Keyring;
  sessions: Sessions;
  /** For keys, sessions and the audit trail: connections of their own, so that nobody is kept out because reading is busy. */
  accessPool: pg.Pool;
}

/** How long a query may take, milliseconds. */
const PATIENCE = 5_000;
/** How often it is written down which keys were used, milliseconds. */
const WRITE_USES_EVERY = 5_000;

export function openAccess(database: Database, adminKey: AdminKey, logger: Logger, closing: Closing): Access {
  const accessPool = createPool(database.url, { name: 'access', patience: PATIENCE, max: 2 }, logger);
  closing.add('access pool', () => accessPool.end());
  const keyring = new Keyring(adminKey, accessPool);
  const writeUses = (): Promise<void> =>
    keyring.writeUses().catch((error: unknown) => logger.warn({ err: error }, 'which keys were used could not be written down yet'));
  const writing = setInterval(() => void writeUses(), WRITE_USES_EVERY);
  closing.add('uses of keys', () => {
    clearInterval(writing);
    return writeUses();
  });
  return { keyring, sessions: new Sessions(accessPool, keyring), accessPool };
}
