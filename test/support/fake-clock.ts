import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freshFolder } from './server.js';

/** Where Debian's package `libfaketime` has it. */
const LIBRARY = `/usr/lib/${{ x64: 'x86_64', arm64: 'aarch64' }[process.arch as string] ?? ''}-linux-gnu/faketime/libfaketime.so.1`;

/** Whether programs can be given a clock of their own on this machine. */
export const canFakeClocks = existsSync(LIBRARY);

/** The clock of one program, which can be set while it runs. */
export interface FakeClock {
  /** What the program has to be started with. */
  env: Record<string, string>;
  /** Sets it so many seconds ahead of the machine's; negative: behind. Resolves once the program goes by it. */
  set: (seconds: number) => Promise<void>;
}

/**
 * How long libfaketime goes by what it has read, milliseconds: it counts whole seconds, and looks again once more than
 * one has passed.
 */
const REMEMBERED = 2_100;

/**
 * A clock that is right until it is set. What counts spans of time (timers, deadlines) goes on as ever.
 *
 * @param looks `always`: the program looks at the file each time that it asks for the time. `seldom`: every other
 * second, for a program whose signal handlers ask for the time. libfaketime holds a lock while it looks; a handler that
 * interrupts that waits for the lock for ever.
 */
export function fakeClock(looks: 'always' | 'seldom' = 'always'): FakeClock {
  const file = join(freshFolder(), 'clock');
  const write = (seconds: number): void => writeFileSync(file, `${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}\n`);
  write(0);
  return {
    env: {
      LD_PRELOAD: LIBRARY,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      ...(looks === 'always' ? { FAKETIME_NO_CACHE: '1' } : { FAKETIME_CACHE_DURATION: '1' }),
    },
    set: async (seconds) => {
      write(seconds);
      if (looks === 'seldom') await sleep(REMEMBERED);
    },
  };
}
