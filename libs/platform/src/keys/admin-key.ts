import { join } from 'node:path';
import type { Config } from '../config/config.js';
import { minKeyLength } from '../config/settings.js';
import { ConfigError } from '../config/startup-errors.js';
import { loadOrCreateSecret, type StoredSecret } from '../config/stored-secret.js';
import { digestOfKey, newKey } from './key-secret.js';

export interface AdminKey {
  /** sha256 of the key in UTF-8. All digests have the same length, so a comparison does not reveal that of the key. */
  digest: Buffer;
  /** The file of the generated key; null: the key was configured. */
  file: string | null;
  /** The key itself, on the start that generated it only. */
  justGenerated: string | null;
}

/**
 * The admin key: the configured one, or a key of 256 random bits that is generated on the first start and stored in the
 * data folder.
 *
 * @throws ConfigError if the stored key can be neither read nor created
 */
export function openAdminKey(config: Pick<Config, 'adminKey' | 'dataDir'>): AdminKey {
  if (config.adminKey !== null) return { digest: digestOfKey(config.adminKey), file: null, justGenerated: null };
  const file = join(config.dataDir, 'admin-key');
  const { secret, created } = loadOrCreateKey(file);
  if (secret.length < minKeyLength) {
    throw new ConfigError([
      `DATELINE_ADMIN_KEY: is not set, and ${file} holds no key of ${minKeyLength} characters; ` +
        'remove the file to have a new key generated.',
    ]);
  }
  return { digest: digestOfKey(secret), file, justGenerated: created ? secret : null };
}

function loadOrCreateKey(file: string): StoredSecret {
  try {
    return loadOrCreateSecret(file, newKey);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError([
      `DATELINE_ADMIN_KEY: is not set, and a generated key cannot be stored in ${file} (${code}).`,
    ]);
  }
}
