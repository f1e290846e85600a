type Stop = () => Promise<unknown>;

/** What this file's tests have started, the latest last. */
const running: Stop[] = [];

/** Remembers to stop something when the tests of this file are over. It may have been stopped by then. */
export function stopAfterwards(stop: Stop): void {
  running.push(stop);
}

/** The servers before the databases that they work on: the last started first. */
export async function stopEverything(): Promise<void> {
  for (let stop = running.pop(); stop; stop = running.pop()) await stop();
}
