import { expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runProcess } from './run-process.mjs';

const shell = (script, options = {}) => runProcess('sh', ['-c', script], options);

/** Whether a process has ended. A zombie counts, since nobody may wait for it. */
async function hasEnded(pid) {
  for (let n = 0; n < 200; n += 1, await sleep(25)) {
    try {
      if (/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) return true;
    } catch {
      return true;
    }
  }
  return false;
}

it('resolves with the stdout of a program', async () => {
  expect(await shell('echo one; echo two >&2; echo three')).toBe('one\nthree\n');
});

it('throws with the whole output of a program that fails', async () => {
  await expect(shell('echo one; echo two >&2; exit 3')).rejects.toThrow(
    /^sh -c .+ failed \(exit code 3\)\n(one\ntwo|two\none)\n$/s,
  );
  await expect(runProcess('no-such-program', [], {})).rejects.toThrow('ENOENT');
});

it('kills processes that a program leaves behind', async () => {
  const pid = (await shell('sleep 300 & echo $!')).trim();
  expect(await hasEnded(pid)).toBe(true);
});

it('kills a program and its children, and throws the reason, when the signal is aborted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-process-'));
  const note = join(folder, 'pids');
  const stopping = new AbortController();
  const running = shell(`sleep 300 & echo $$ $! > ${note}.draft; mv ${note}.draft ${note}; wait`, {
    signal: stopping.signal,
  });
  while (!existsSync(note)) await sleep(10);
  stopping.abort(new Error('broken off'));
  await expect(running).rejects.toThrow('broken off');
  for (const pid of readFileSync(note, 'utf8').trim().split(' ')) expect(await hasEnded(pid)).toBe(true);
  await expect(shell(`echo > ${note}.late`, { signal: stopping.signal })).rejects.toThrow('broken off');
  expect(existsSync(`${note}.late`)).toBe(false);
  rmSync(folder, { recursive: true });
});
