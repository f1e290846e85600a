import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until something holds.
 *
 * @throws when it does not within so many milliseconds
 */
export async function until(what: string, holds: () => boolean | Promise<boolean>, patience = 20_000): Promise<void> {
  for (const deadline = Date.now() + patience; !(await holds()); await sleep(10)) {
    if (Date.now() > deadline) throw new Error(`${what}: not within ${patience} ms`);
  }
}
