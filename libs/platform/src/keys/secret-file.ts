import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export interface StoredSecret {
  secret: string;
  /** True on the call that made it. */
  created: boolean;
}

/**
 * The secret kept at `path`, made by `generate` the first time (mode 0600). The file appears whole or not at all, also
 * when two processes come at the same moment: the link fails for the second one, which then reads what the first one
 * kept.
 */
export function loadOrCreateSecret(path: string, generate: () => string): StoredSecret {
  const kept = readKept(path);
  if (kept !== null) return { secret: kept, created: false };

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
    const winner = readKept(path);
    if (winner === null) throw error;
    return { secret: winner, created: false };
  } finally {
    unlinkSync(draft);
  }
  return { secret, created: true };
}

function readKept(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
