import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Ends a process when this one ends, even when that is killed: a shell waits on a pipe that nobody writes to and that only this process holds open.
 * Jest's workers are killed when they hang, and no handler of theirs runs then.
 */
export function leash(child: ChildProcess): void {
  const script = 'read line; kill -TERM "$0"; sleep 5; kill -KILL "$0"';
  const holder = spawn('/bin/sh', ['-c', script, String(child.pid)], { stdio: ['pipe', 'ignore', 'ignore'] });
  child.once('exit', () => holder.kill('SIGKILL'));
}
