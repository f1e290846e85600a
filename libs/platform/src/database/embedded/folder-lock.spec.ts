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
import { processIdentity, processSpace } from './process-identity.js';

const logger = pino({ level: 'silent' });
const here = processSpace();
const otherContainer = { ...here, host: 'other-container', pidNamespace: 'pid:[4026539999]' };
const otherMachine = { host: 'other-machine', boot: 'another boot', pidNamespace: here.pidNamespace };
/** An identity with a pid that no process has. */
const ended = { pid: 2 ** 30, identity: `${here.boot}/1` };

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
    const taken = await lockFolder(folder, { logger, watchMs: 200, ...options });
    held.push(taken);
    return taken;
  };
  const leaveLock = (holder: object): void => writeFileSync(path, JSON.stringify(holder));

  it('names its holder, and leaves no file when it is released', async () => {
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

  it('cannot be taken twice', async () => {
    await lock();
    await expect(lock()).rejects.toThrow(`Another Dateline (process ${process.pid}) is running on this data folder`);
    expect(readdirSync(folder)).toEqual(['server.lock']);
  });

  it('is taken by one of many that try at the same moment, also after a dead holder', async () => {
    for (const left of [null, { ...ended, ...here, kernelLock: true }]) {
      if (left) leaveLock(left);
      const settled = await Promise.allSettled(Array.from({ length: 20 }, () => lock()));
      expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      held.pop()?.release();
    }
  });

  it.each([
    ['a process of this namespace that has ended', () => ({ ...ended, ...here, kernelLock: true })],
    [
      'an earlier process with this pid',
      () => ({ pid: process.pid, identity: `${here.boot}/1`, ...here, kernelLock: false }),
    ],
    ['another container that released the kernel lock', () => ({ ...ended, ...otherContainer, kernelLock: true })],
    ['an earlier boot of this machine', () => ({ ...ended, ...otherMachine, kernelLock: false })],
    ['an earlier version of Dateline, in another boot', () => ({ pid: process.pid, identity: 'another boot/12345' })],
    ['an earlier version of Dateline, whose PostgreSQL was stopped', () => ended],
  ])('that belongs to %s is taken over', async (_, holder) => {
    leaveLock(holder());
    mkdirSync(join(folder, 'postgres'));
    await lock();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid });
    expect(readdirSync(folder).sort()).toEqual(['postgres', 'server.lock']);
  });

  it('with an empty file, because the disk was full, is taken over', async () => {
    writeFileSync(path, '');
    await lock();
    expect(readdirSync(folder)).toEqual(['server.lock']);
  });

  it('that belongs to another container with a heartbeat is refused', async () => {
    leaveLock({ ...ended, ...otherContainer, kernelLock: true });
    // An hour behind, because the clocks of two machines may differ.
    let seconds = Date.now() / 1_000 - 3_600;
    const heartbeat = setInterval(() => utimesSync(path, (seconds += 0.05), seconds), 50);
    await expect(lock()).rejects.toThrow(
      `is running on this data folder (${path}): process ${ended.pid} on the host other-container`,
    );
    clearInterval(heartbeat);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject(otherContainer);
  });

  it('that belongs to another container with the kernel lock is refused, even without a heartbeat', async () => {
    leaveLock({ ...ended, ...otherContainer, kernelLock: true });
    const kernel = takeKernelLock(folder);
    await expect(lock()).rejects.toThrow('is running on this data folder');
    if (typeof kernel === 'object') closeSync(kernel.fd);
    await lock();
  });

  it.each([
    ['another container without the kernel lock', () => ({ ...ended, ...otherContainer, kernelLock: false })],
    ['an earlier version of Dateline, whose PostgreSQL was not stopped and cannot be seen', () => ended],
  ])('that belongs to %s is refused in doubt, until somebody removes it', async (_, holder) => {
    leaveLock(holder());
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${ended.pid}\n`);
    await expect(lock()).rejects.toThrow(`Then remove ${path} and start again.`);
    rmSync(path);
    await lock();
  });

  it('of another server stays when this one releases a lock that it no longer holds', async () => {
    const { release } = await lock();
    const other = { ...ended, ...otherContainer, kernelLock: true };
    leaveLock(other);
    release();
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(other);
  });

  it.each([
    ['removed', () => rmSync(path)],
    ["another server's", () => (rmSync(path), leaveLock({ ...ended, ...otherContainer, kernelLock: true }))],
  ])('is lost when its file is %s', async (_, change) => {
    const { lost } = await lock();
    await sleep(1_200);
    change();
    await lost;
  });

  it('shows by the time of its file alone that its holder lives', async () => {
    await lock();
    const text = readFileSync(path, 'utf8');
    await expect(lock({ watchMs: 3_000, space: otherContainer })).rejects.toThrow('Another Dateline');
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});

describe('the identity of a process', () => {
  it('stays the same while it runs, and is null once it has ended', async () => {
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
