import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * Ends a process when this one ends, even when that is killed: a shell waits on a pipe that only this process holds
 * open. Jest's workers are killed when they hang, and no handler of theirs runs then.
 *
 * @returns lets it go, for when it has ended
 */
export function leash(pid: number): () => void {
  const holder = spawn('/bin/sh', [join(import.meta.dirname, 'leash.sh'), String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  return () => void holder.kill('SIGKILL');
}
