import { join } from 'node:path';
import { type Config, ConfigError } from '../config/config.js';
import { shortestKey } from '../config/settings.js';
import { digestOfKey, newKey } from './key-secret.js';
import { loadOrCreateSecret, type StoredSecret } from './secret-file.js';

export interface AdminKey {
  /** sha256 of the key in UTF-8. Digests all have one length: comparing them tells nothing of the key's. */
  digest: Buffer;
  /** Where the generated key is kept; null: it was configured. */
  file: string | null;
  /** The key itself, on the start that generated it and never again. */
  justGenerated: string | null;
}

/**
 * The first admin key: the configured one, or one of 256 random bits that is generated on the first start and kept in
 * the data folder.
 *
 * @throws ConfigError where it can be neither read nor kept
 */
export function openAdminKey(config: Pick<Config, 'adminKey' | 'dataDir'>): AdminKey {
  if (config.adminKey !== null) return { digest: digestOfKey(config.adminKey), file: null, justGenerated: null };
  const file = join(config.dataDir, 'admin-key');
  const { secret, created } = keep(file);
  if (secret.length < shortestKey) {
    throw new ConfigError([
      `DATELINE_ADMIN_KEY: is not given, and ${file} holds no key of ${shortestKey} characters; remove the file to have a new one made.`,
    ]);
  }
  return { digest: digestOfKey(secret), file, justGenerated: created ? secret : null };
}

function keep(file: string): StoredSecret {
  try {
    return loadOrCreateSecret(file, newKey);
  } catch (error) {
    throw new ConfigError([
      `DATELINE_ADMIN_KEY: is not given, and a generated one cannot be kept in ${file} (${(error as NodeJS.ErrnoException).code}).`,
    ]);
  }
}
