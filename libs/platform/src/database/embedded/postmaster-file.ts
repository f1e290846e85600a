import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What PostgreSQL writes of itself into its data folder: the first and the eighth line of `postmaster.pid`. */
export interface PostmasterFile {
  pid: number;
  /** `starting`, `ready`, `stopping`, …; empty until it is known. */
  status: string;
}

export function readPostmasterFile(cluster: string): PostmasterFile | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, status: lines[7]?.trim() ?? '' } : null;
  } catch {
    return null;
  }
}

/**
 * Makes a stale file name a pid that no process has. PostgreSQL refuses to start while the pid in its file is alive,
 * even when it has long become another program's; the rest of the file stays, because PostgreSQL uses it to make sure
 * that no old session still writes.
 */
export function disownPostmasterFile(cluster: string): void {
  const path = join(cluster, 'postmaster.pid');
  const [, ...rest] = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, [String(2 ** 31 - 1), ...rest].join('\n'));
}
