import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { processSpace } from './process-identity.js';

/** The content of a lock file: the server that wrote it. */
const Holder = z.object({
  pid: z.int(),
  /** Distinguishes the process from later ones with the same pid: see `processIdentity`. */
  identity: z.string(),
  host: z.string(),
  boot: z.string(),
  pidNamespace: z.string(),
  /** Whether the kernel's lock on the folder is held as long as the server or its PostgreSQL lives. */
  kernelLock: z.boolean(),
});
export type Holder = z.infer<typeof Holder>;

/** The lock file of earlier versions. */
const EarlierHolder = Holder.pick({ pid: true, identity: true });

/** The namespace of a holder of an earlier version. */
export const UNKNOWN_NAMESPACE = 'unknown';

/** Creates the lock file, whole or not at all. Of several processes that try, one succeeds. @returns whether it did */
export function createLockFile(path: string, holder: Holder): boolean {
  const draft = temporaryName(path);
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o644 });
  try {
    return tryLink(draft, path);
  } finally {
    unlinkSync(draft);
  }
}

/** Removes the lock file of a holder that has ended. If the file is another server's by now, it is put back. */
export function discardLockFile(path: string, holder: Holder | null): void {
  const aside = temporaryName(path);
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (!isSameHolder(readHolder(aside), holder)) tryLink(aside, path);
  unlinkSync(aside);
}

/** null: there is no lock file, or it is empty (the disk was full). */
export function readHolder(path: string): Holder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const holder = Holder.safeParse(value);
    return holder.success ? holder.data : fromEarlier(EarlierHolder.parse(value));
  } catch {
    return null;
  }
}

/**
 * On Linux an identity begins with the boot id. Other systems have no PID namespaces, so the holder ran in this one.
 */
function fromEarlier(earlier: z.infer<typeof EarlierHolder>): Holder {
  const boot = /^(.+)\/\d+$/.exec(earlier.identity)?.[1];
  const where = boot === undefined ? processSpace() : { host: 'unknown', boot, pidNamespace: UNKNOWN_NAMESPACE };
  return { ...earlier, ...where, kernelLock: false };
}

export const isSameHolder = (a: Holder | null, b: Holder | null): boolean =>
  a?.pid === b?.pid && a?.identity === b?.identity && a?.pidNamespace === b?.pidNamespace;

/**
 * Watches whether the heartbeat of a lock file, its modification time, changes. The times are not compared with this
 * machine's clock, because the clocks of two machines may differ. `gone`: the file was removed meanwhile.
 *
 * @param watchMs how long to watch, milliseconds
 */
export async function watchHeartbeat(path: string, watchMs: number): Promise<'moving' | 'still' | 'gone'> {
  const before = await lastBeat(path);
  for (
    const deadline = performance.now() + watchMs;
    performance.now() < deadline;
    await sleep(Math.min(250, watchMs / 4))
  ) {
    const now = await lastBeat(path);
    if (now === null) return 'gone';
    if (now !== before) return 'moving';
  }
  return 'still';
}

/** Opens the file, because network file systems otherwise return a cached time. */
async function lastBeat(path: string): Promise<number | null> {
  try {
    const file = await open(path, 'r');
    try {
      return (await file.stat()).mtimeMs;
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

const temporaryName = (path: string): string => `${path}.${randomBytes(6).toString('hex')}`;

/** Links a file to a name. The link appears at once, and only one process can create it. @returns whether it did */
function tryLink(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
