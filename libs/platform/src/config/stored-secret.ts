import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export interface StoredSecret {
  secret: string;
  /** True only for the call that generated it. */
  created: boolean;
}

/**
 * Reads the secret in the file `path`. If there is no such file, `generate` makes the secret and it is stored there
 * (mode 0600). The file appears whole or not at all. If two processes create it at the same moment, the link of the
 * second one fails, and it reads what the first one stored.
 */
export function loadOrCreateSecret(path: string, generate: () => string): StoredSecret {
  const stored = readSecret(path);
  if (stored !== null) return { secret: stored, created: false };

  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const secret = generate();
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, `${secret}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(draft, path);
  } catch (error) {
    const winner = readSecret(path);
    if (winner === null) throw error;
    return { secret: winner, created: false };
  } finally {
    unlinkSync(draft);
  }
  return { secret, created: true };
}

function readSecret(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
