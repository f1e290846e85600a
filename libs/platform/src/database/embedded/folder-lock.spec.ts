import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { type FolderLock, type FolderLockOptions, lockFolder } from './folder-lock.js';
import { takeKernelLock } from './kernel-lock.js';
import { processIdentity } from './process-identity.js';
import { processSpace } from './process-space.js';

const logger = pino({ level: 'silent' });
const here = processSpace();
const otherContainer = { ...here, host: 'other-container', pidNamespace: 'pid:[4026539999]' };
const otherMachine = { host: 'other-machine', boot: 'another boot', pidNamespace: here.pidNamespace };
/** No process has this pid. */
const gone = { pid: 2 ** 30, identity: `${here.boot}/1` };

describe('the lock of a data folder', () => {
  let folder: string;
  let path: string;
  const held: FolderLock[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-lock-'));
    path = join(folder, 'server.lock');
  });
  afterEach(() => {
    for (let lock = held.pop(); lock; lock = held.pop()) lock.release();
    rmSync(folder, { recursive: true });
  });

  const lock = async (options: Partial<FolderLockOptions> = {}): Promise<FolderLock> => {
    const taken = await lockFolder(folder, { logger, watched: 200, ...options });
    held.push(taken);
    return taken;
  };
  const leave = (holder: object): void => writeFileSync(path, JSON.stringify(holder));

  it('names its holder, and leaves nothing when it is given up', async () => {
    const { release } = await lock();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      pid: process.pid,
      identity: processIdentity(process.pid),
      ...here,
      kernelLock: true,
    });
    expect(readdirSync(folder)).toEqual(['server.lock']);
    release();
    release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not given twice', async () => {
    await lock();
    await expect(lock()).rejects.toThrow(`Another Dateline (process ${process.pid}) is running on this data folder`);
    expect(readdirSync(folder)).toEqual(['server.lock']);
  });

  it('is given to one of many that come at the same moment, also over a lock of one that is gone', async () => {
    for (const left of [null, { ...gone, ...here, kernelLock: true }]) {
      if (left) leave(left);
      const settled = await Promise.allSettled(Array.from({ length: 20 }, () => lock()));
      expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      held.pop()?.release();
    }
  });

  it.each([
    ['a process of this namespace that is gone', () => ({ ...gone, ...here, kernelLock: true })],
    [
      'an earlier process of this pid',
      () => ({ pid: process.pid, identity: `${here.boot}/1`, ...here, kernelLock: false }),
    ],
    ['another container, which let go of the kernel lock', () => ({ ...gone, ...otherContainer, kernelLock: true })],
    ['a boot of this machine before', () => ({ ...gone, ...otherMachine, kernelLock: false })],
    ['an earlier version, of another boot', () => ({ pid: process.pid, identity: 'another boot/12345' })],
    ['an earlier version, whose PostgreSQL has ended in order', () => gone],
  ])('that belongs to %s is taken over', async (_, holder) => {
    leave(holder());
    mkdirSync(join(folder, 'postgres'));
    await lock();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid });
    expect(readdirSync(folder).sort()).toEqual(['postgres', 'server.lock']);
  });

  it('that says nothing, because the disk was full, is taken over', async () => {
    writeFileSync(path, '');
    await lock();
    expect(readdirSync(folder)).toEqual(['server.lock']);
  });

  it('that belongs to another container whose heart beats is refused', async () => {
    leave({ ...gone, ...otherContainer, kernelLock: true });
    // An hour behind: the clocks of two machines disagree.
    let seconds = Date.now() / 1_000 - 3_600;
    const heart = setInterval(() => utimesSync(path, (seconds += 0.05), seconds), 50);
    await expect(lock()).rejects.toThrow(
      `is running on this data folder (${path}): process ${gone.pid} on the host other-container`,
    );
    clearInterval(heart);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject(otherContainer);
  });

  it('that belongs to another container which holds the kernel lock is refused, though no heart beats', async () => {
    leave({ ...gone, ...otherContainer, kernelLock: true });
    const kernel = takeKernelLock(folder);
    await expect(lock()).rejects.toThrow('is running on this data folder');
    if (typeof kernel === 'object') closeSync(kernel.fd);
    await lock();
  });

  it.each([
    ['another container without the kernel lock', () => ({ ...gone, ...otherContainer, kernelLock: false })],
    ['an earlier version, whose PostgreSQL was not stopped and is not seen', () => gone],
  ])('that belongs to %s is refused in doubt, until somebody removes it', async (_, holder) => {
    leave(holder());
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${gone.pid}\n`);
    await expect(lock()).rejects.toThrow(`Then remove ${path} and start again.`);
    rmSync(path);
    await lock();
  });

  it('of another server is left alone when this one gives up what it no longer holds', async () => {
    const { release } = await lock();
    const other = { ...gone, ...otherContainer, kernelLock: true };
    leave(other);
    release();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(other);
  });

  it.each([
    ['removed', () => rmSync(path)],
    ["another server's", () => (rmSync(path), leave({ ...gone, ...otherContainer, kernelLock: true }))],
  ])('is lost when its file is %s', async (_, change) => {
    const { lost } = await lock();
    await sleep(1_200);
    change();
    await lost;
  });

  it('shows that its holder lives by a time that moves, and by nothing else', async () => {
    await lock();
    const text = readFileSync(path, 'utf8');
    await expect(lock({ watched: 3_000, space: otherContainer })).rejects.toThrow('Another Dateline');
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});

describe('the identity of a process', () => {
  it('stays while it runs, and is null once it has ended, noticed or not', async () => {
    const child = spawn('sleep', ['30']);
    const pid = child.pid ?? 0;
    const identity = processIdentity(pid);
    expect(identity).not.toBeNull();
    expect(processIdentity(pid)).toBe(identity);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    expect(processIdentity(pid)).toBeNull();
  });
});
