type Stop = () => Promise<unknown>;

/** What this file's tests have started, the latest last. */
const running: Stop[] = [];

/** Remembers to stop something when the tests of this file are over. It may have been stopped by then. */
export function stopAfterwards(stop: Stop): void {
  running.push(stop);
}

/** What is removed once all has stopped. */
const left: Stop[] = [];

/** How many are removed at once. */
const AT_ONCE = 8;

/**
 * Remembers to remove something that all of this file's tests are done with. Several are removed at once: PostgreSQL
 * makes a checkpoint before it drops a database, and those that are dropped together wait for the same one.
 */
export function removeAfterwards(remove: Stop): void {
  left.push(remove);
}

/** The servers before the databases that they work on: the last started first. */
export async function stopEverything(): Promise<void> {
  for (let stop = running.pop(); stop; stop = running.pop()) await stop();
  while (left.length > 0) await Promise.all(left.splice(0, AT_ONCE).map((remove) => remove()));
}
