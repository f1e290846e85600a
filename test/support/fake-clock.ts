import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from './server.js';

/** Where Debian's package `libfaketime` has it. */
const LIBRARY = `/usr/lib/${{ x64: 'x86_64', arm64: 'aarch64' }[process.arch as string] ?? ''}-linux-gnu/faketime/libfaketime.so.1`;

/** Whether programs can be given a clock of their own on this machine. */
export const canFakeClocks = existsSync(LIBRARY);

/** The clock of one program, which can be set while it runs. */
export interface FakeClock {
  /** What the program has to be started with. */
  env: Record<string, string>;
  /** Sets it so many seconds ahead of the machine's; negative: behind. */
  set: (seconds: number) => void;
}

/** A clock that is right until it is set. What counts spans of time (timers, deadlines) goes on as ever. */
export function fakeClock(): FakeClock {
  const file = join(freshFolder(), 'clock');
  const set = (seconds: number): void => writeFileSync(file, `${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}\n`);
  set(0);
  return {
    env: { LD_PRELOAD: LIBRARY, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' },
    set,
  };
}
