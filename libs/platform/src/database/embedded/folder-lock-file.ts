import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { processSpace } from './process-space.js';

/** What a lock file says of the server that wrote it. */
const Holder = z.object({
  pid: z.int(),
  /** When it started: see `processIdentity`. */
  identity: z.string(),
  host: z.string(),
  boot: z.string(),
  pidNamespace: z.string(),
  /** Whether it and its PostgreSQL hold the kernel's lock on the folder for as long as either lives. */
  kernelLock: z.boolean(),
});
export type Holder = z.infer<typeof Holder>;

/** Earlier versions wrote no more. */
const EarlierHolder = Holder.pick({ pid: true, identity: true });

/** The namespace of a holder that did not say. */
export const UNKNOWN_NAMESPACE = 'unknown';

/** Makes the lock file, whole or not at all: of several processes that try, one succeeds. */
export function createLockFile(path: string, holder: Holder): boolean {
  const draft = besideOf(path);
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o644 });
  try {
    return isLinked(draft, path);
  } finally {
    unlinkSync(draft);
  }
}

/**
 * Removes the lock file of a holder that is gone: moved away first, since it may be another's by now, and then it is
 * put back.
 */
export function discardLockFile(path: string, holder: Holder | null): void {
  const aside = besideOf(path);
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (!isSameHolder(readHolder(aside), holder)) isLinked(aside, path);
  unlinkSync(aside);
}

/** null: there is none, or it says nothing (its disk was full). */
export function readHolder(path: string): Holder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const holder = Holder.safeParse(value);
    return holder.success ? holder.data : whole(EarlierHolder.parse(value));
  } catch {
    return null;
  }
}

/** On Linux an identity begins with the boot. Elsewhere there are no PID namespaces: it was here. */
function whole(earlier: z.infer<typeof EarlierHolder>): Holder {
  const boot = /^(.+)\/\d+$/.exec(earlier.identity)?.[1];
  const where = boot === undefined ? processSpace() : { host: 'unknown', boot, pidNamespace: UNKNOWN_NAMESPACE };
  return { ...earlier, ...where, kernelLock: false };
}

export const isSameHolder = (a: Holder | null, b: Holder | null): boolean =>
  a?.pid === b?.pid && a?.identity === b?.identity && a?.pidNamespace === b?.pidNamespace;

/**
 * Watches whether a lock file's heartbeat moves, which is its modification time: whether, not when, since the clocks of
 * two machines disagree. `gone`: it was removed meanwhile.
 *
 * @param patience milliseconds
 */
export async function watchHeartbeat(path: string, patience: number): Promise<'moving' | 'still' | 'gone'> {
  const before = await lastBeat(path);
  for (
    const deadline = performance.now() + patience;
    performance.now() < deadline;
    await sleep(Math.min(250, patience / 4))
  ) {
    const now = await lastBeat(path);
    if (now === null) return 'gone';
    if (now !== before) return 'moving';
  }
  return 'still';
}

/** Opened, not only asked for: network file systems then look anew. */
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

const besideOf = (path: string): string => `${path}.${randomBytes(6).toString('hex')}`;

/** A link is made whole or not at all, and by one process only. */
function isLinked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
