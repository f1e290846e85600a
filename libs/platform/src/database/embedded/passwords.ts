import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadOrCreateSecret } from '../../config/stored-secret.js';

/** The passwords of the superuser, of the owner of the tables, and of the server's role. */
export interface Passwords {
  superuser: string;
  owner: string;
  server: string;
}

/**
 * The passwords of the embedded PostgreSQL's roles. They are generated on the first start, and stored in files of the
 * data folder that only its owner can read.
 */
export function loadPasswords(dataDir: string): Passwords {
  const load = (role: keyof Passwords): string =>
    loadOrCreateSecret(join(dataDir, `postgres-password-${role}`), () => randomBytes(24).toString('hex')).secret;
  return { superuser: load('superuser'), owner: load('owner'), server: load('server') };
}

/** The one password of all three roles in an earlier version; null: there is none, or it was replaced. */
export function readEarlierPassword(dataDir: string): string | null {
  const path = earlierPath(dataDir);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}

export function removeEarlierPassword(dataDir: string): void {
  rmSync(earlierPath(dataDir), { force: true });
}

const earlierPath = (dataDir: string): string => join(dataDir, 'postgres-password');
