import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** The boot of a system that has no id for it: the host's name has to do. */
export const NO_BOOT = 'none';

/**
 * Where a process id means one process: a boot of a machine and, within it, a PID namespace (a container has one of its
 * own).
 */
export interface ProcessSpace {
  /** The machine's name, for people: several machines and containers may have the same one. */
  host: string;
  /** The kernel's id of this boot, or `NO_BOOT`. */
  boot: string;
  /**
   * As Linux names it: `pid:[4026531836]`. Its number is given again only when every process of the namespace has
   * ended.
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

/** Whether the process ids of the two name the same processes. */
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
