import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { type Config, ConfigError } from '../config/config.js';
import { shortestKey } from '../config/settings.js';
import { keepSecret, type KeptSecret } from './secret-file.js';

export interface AdminKey {
  /**
   * Whether a request bears the key.
   *
   * @param presented what follows `Bearer `, as Node gives header values (one character a byte)
   */
  matches(presented: string): boolean;
  /** Where the generated key is kept; null: it was configured. */
  file: string | null;
  /** The key itself, on the start that generated it and never again. */
  justGenerated: string | null;
}

/**
 * The first admin key: the configured one, or one of 256 random bits that is generated on the first start and kept in the data folder.
 *
 * @throws ConfigError where it can be neither read nor kept
 */
export function openAdminKey(config: Pick<Config, 'adminKey' | 'dataDir'>): AdminKey {
  if (config.adminKey !== null) return { matches: matcherOf(config.adminKey), file: null, justGenerated: null };
  const file = join(config.dataDir, 'admin-key');
  const { secret, created } = keep(file);
  if (secret.length < shortestKey) {
    throw new ConfigError([
      `DATELINE_ADMIN_KEY: is not given, and ${file} holds no key of ${shortestKey} characters; remove the file to have a new one made.`,
    ]);
  }
  return { matches: matcherOf(secret), file, justGenerated: created ? secret : null };
}

function keep(file: string): KeptSecret {
  try {
    return keepSecret(file, generateKey);
  } catch (error) {
    throw new ConfigError([
      `DATELINE_ADMIN_KEY: is not given, and a generated one cannot be kept in ${file} (${(error as NodeJS.ErrnoException).code}).`,
    ]);
  }
}

/** `dl_<id>_<secret>`: the id may be shown and logged, the secret has 256 random bits. */
export function generateKey(): string {
  return `dl_${randomBytes(4).toString('hex')}_${randomBytes(32).toString('hex')}`;
}

/** Compares digests, which all have one length: neither the time taken nor the length of the key tells anything about it. */
function matcherOf(key: string): (presented: string) => boolean {
  const expected = sha256(Buffer.from(key, 'utf8'));
  return (presented) => timingSafeEqual(sha256(Buffer.from(presented, 'latin1')), expected);
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
