import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** The boot id of a system without such ids. Then the host's name is compared instead. */
export const NO_BOOT = 'none';

/**
 * The scope in which a pid is unique: a boot of a machine and, within it, a PID namespace (each container has its own).
 */
export interface ProcessSpace {
  /** The name of the machine, for people. Several machines and containers may have the same name. */
  host: string;
  /** The kernel's id of this boot, or `NO_BOOT`. */
  boot: string;
  /**
   * As Linux writes it: `pid:[4026531836]`. The number is reused only after every process of the namespace has ended.
   */
  pidNamespace: string;
}

export function processSpace(): ProcessSpace {
  return {
    host: hostname(),
    boot: read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    pidNamespace: read(() => readlinkSync('/proc/self/ns/pid')),
  };
}

/** Whether a pid means the same process in both. */
export function isSameSpace(a: ProcessSpace, b: ProcessSpace): boolean {
  return a.boot === b.boot && a.pidNamespace === b.pidNamespace && (a.boot !== NO_BOOT || a.host === b.host);
}

function read(from: () => string): string {
  try {
    return from();
  } catch {
    return NO_BOOT;
  }
}

/**
 * Distinguishes a process from a later one with the same pid: by the boot of the machine, and the start time within it.
 * null: there is no such process, or it is a zombie.
 */
export function processIdentity(pid: number): string | null {
  const procFs = readProc(pid);
  if (procFs !== undefined) return procFs;
  if (!isRunning(pid)) return null;
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    // Without /proc and ps, only the pid is known.
    return 'running';
  }
}

/** The command line of a process; empty if the system does not show it. */
export function processCommand(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    try {
      return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    } catch {
      return '';
    }
  }
}

/** undefined: this machine has no /proc. */
function readProc(pid: number): string | null | undefined {
  let boot: string;
  try {
    boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return undefined;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the command is in parentheses, and may hold any characters. After the last parenthesis follow: state,
    // ppid, …, start time.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const state = fields[0];
    const ended = state === 'Z' || state === 'X';
    return ended ? null : `${boot}/${fields[19] ?? ''}`;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
