import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DatabaseRefused } from '../database-refused.js';
import { processIdentity } from './process-identity.js';

const Holder = z.object({ pid: z.int(), identity: z.string() });
type Holder = z.infer<typeof Holder>;

/**
 * Takes a data folder for this process: one server to a folder. Without the lock, a second server would take the first one's PostgreSQL for an
 * orphan and stop it. A lock whose process has ended, however it ended, counts for nothing.
 *
 * @returns gives the folder up; synchronous, so that it can run while the process exits
 * @throws DatabaseRefused while another server holds it
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'server.lock');
  const own: Holder = { pid: process.pid, identity: processIdentity(process.pid) ?? '' };
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, JSON.stringify(own), { mode: 0o644 });
  try {
    while (!linked(draft, path)) discardStale(path);
  } finally {
    unlinkSync(draft);
  }
  return () => {
    if (sameHolder(readHolder(path), own)) rmSync(path, { force: true });
  };
}

/** A link is made whole or not at all, and by one process only. */
function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a stale lock away before removing it: had another server taken the folder in the meantime, its lock would be the one moved, and is put back. */
function discardStale(path: string): void {
  const holder = readHolder(path);
  if (holder !== null && processIdentity(holder.pid) === holder.identity) {
    throw new DatabaseRefused(
      `Another Dateline (process ${holder.pid}) is running on this data folder (${path}).`,
      'Stop it first, or give this one a folder of its own with DATELINE_DATA_DIR.',
    );
  }
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (!sameHolder(readHolder(aside), holder)) linked(aside, path);
  unlinkSync(aside);
}

function readHolder(path: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

function sameHolder(a: Holder | null, b: Holder | null): boolean {
  return a?.pid === b?.pid && a?.identity === b?.identity;
}
