import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { postgresEnvironment } from './postgres-environment.js';

/**
 * `held`: by another process on this kernel, in any container. `unavailable`: this machine has no program `flock`, or
 * the file system does not support such locks.
 */
export type KernelLock = { fd: number } | 'held' | 'unavailable';

/**
 * Takes the kernel's exclusive lock (flock) on a folder. The lock belongs to the open file: it lasts until this process
 * and every child with the file descriptor have ended, in whatever way. Node has no call for it, so the program `flock`
 * takes it on an inherited descriptor.
 */
export function takeKernelLock(folder: string): KernelLock {
  const fd = openSync(folder, 'r');
  const { status, stderr } = spawnSync('flock', ['-n', '3'], {
    stdio: ['ignore', 'ignore', 'pipe', fd],
    env: postgresEnvironment(),
    encoding: 'utf8',
  });
  if (status === 0) return { fd };
  closeSync(fd);
  // Busybox also exits with 1 if it cannot lock at all, but then writes the reason.
  return status === 1 && stderr === '' ? 'held' : 'unavailable';
}

/** The types, as `statfs` returns them, of the file systems that only one machine can mount. */
const LOCAL_TYPES = new Set([
  0xef53, // ext2 to ext4
  0x58465342, // XFS
  0x9123683e, // Btrfs
  0x2fc12fc1, // ZFS
  0xf2f52010, // F2FS
  0xca451a4e, // bcachefs
  0x01021994, // tmpfs
  0x794c7630, // overlayfs, a container's own files
]);

/** Whether no other machine can use a folder. false: it may be on a network, or shared with a virtual machine. */
export async function isLocalFolder(folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  return LOCAL_TYPES.has((await statfs(folder)).type);
}
