import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from './folder-lock.js';
import { processIdentity } from './process-identity.js';

describe('the lock of a data folder', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-lock-'));
    path = join(folder, 'server.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('names its holder, and leaves nothing when it is given up', () => {
    const unlock = lockFolder(folder);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ pid: process.pid, identity: processIdentity(process.pid) });
    expect(readdirSync(folder)).toEqual(['server.lock']);
    unlock();
    unlock();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is not given twice', () => {
    lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(`Another Dateline (process ${process.pid}) is running on this data folder`);
    expect(readdirSync(folder)).toEqual(['server.lock']);
  });

  it.each([
    ['a process that is gone', () => JSON.stringify({ pid: 2 ** 30, identity: 'some/1' })],
    ['an earlier process of this pid', () => JSON.stringify({ pid: process.pid, identity: 'another boot/12345' })],
    ['nobody, because the disk was full', () => ''],
  ])('that belongs to %s is taken over', (_, content) => {
    writeFileSync(path, content());
    const unlock = lockFolder(folder);
    expect(readdirSync(folder)).toEqual(['server.lock']);
    unlock();
  });

  it('of another server is left alone when this one gives up what it no longer holds', () => {
    const unlock = lockFolder(folder);
    const other = JSON.stringify({ pid: process.pid, identity: 'the next boot/1' });
    writeFileSync(path, other);
    unlock();
    expect(readFileSync(path, 'utf8')).toBe(other);
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
