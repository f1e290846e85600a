import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadOrCreateSecret } from '../../keys/secret-file.js';

/** The superuser, the owner of the tables, and the role that the server works as. */
export interface Passwords {
  superuser: string;
  owner: string;
  server: string;
}

/**
 * The passwords of the embedded PostgreSQL's roles, one each, made the first time and kept in the data folder, readable
 * by its owner alone.
 */
export function keepPasswords(dataDir: string): Passwords {
  const keep = (role: keyof Passwords): string =>
    loadOrCreateSecret(join(dataDir, `postgres-password-${role}`), () => randomBytes(24).toString('hex')).secret;
  return { superuser: keep('superuser'), owner: keep('owner'), server: keep('server') };
}

/** Earlier versions had one password for all three roles. null: there is none, or the folder was brought up to date. */
export function readEarlierPassword(dataDir: string): string | null {
  const path = earlierPath(dataDir);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : null;
}

export function removeEarlierPassword(dataDir: string): void {
  rmSync(earlierPath(dataDir), { force: true });
}

const earlierPath = (dataDir: string): string => join(dataDir, 'postgres-password');
