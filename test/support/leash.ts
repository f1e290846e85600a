import { spawn } from 'node:child_process';

/**
 * Ends a process when this one ends, even when that is killed: a shell waits on a pipe that nobody writes to and that only this process holds open.
 * Jest's workers are killed when they hang, and no handler of theirs runs then.
 *
 * @returns lets it go, for when it has ended
 */
export function leash(pid: number): () => void {
  const script = 'read line; kill -INT "$0"; sleep 5; kill -KILL "$0"';
  const holder = spawn('/bin/sh', ['-c', script, String(pid)], { stdio: ['pipe', 'ignore', 'ignore'] });
  return () => void holder.kill('SIGKILL');
}
