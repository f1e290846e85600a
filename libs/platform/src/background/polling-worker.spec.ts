import { beforeEach, describe, expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { PollingWorker } from './polling-worker.js';

/** The sleeps under way, which end when the test says so. */
let sleeps: { milliseconds: number; end: () => void }[];
/** The function that wakes the worker, while it is subscribed. */
let notify: (() => void) | null;
let failures: unknown[];
let steps: number;

beforeEach(() => {
  [sleeps, notify, failures, steps] = [[], null, [], 0];
});

const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const one = { milliseconds, end: () => end() };
    const end = (): void => {
      sleeps.splice(sleeps.indexOf(one), 1);
      resolve();
    };
    sleeps.push(one);
    signal.addEventListener('abort', end, { once: true });
  });
const subscribe = (wake: () => void): (() => void) => {
  notify = wake;
  return () => (notify = null);
};
const lengths = (): number[] => sleeps.map(({ milliseconds }) => milliseconds);

/** A worker that has been started, and whose first step is done. */
async function started(step: (worker: PollingWorker, nth: number) => Promise<void>): Promise<PollingWorker> {
  const worker: PollingWorker = new PollingWorker({
    step: () => step(worker, (steps += 1)),
    subscribe,
    onFailure: (error) => failures.push(error),
    sleep,
  });
  worker.start();
  await nextTurn();
  return worker;
}

describe('a polling worker', () => {
  it('goes on at once after a step that did not wait', async () => {
    const worker = await started((self, nth) => (nth < 5 ? Promise.resolve() : self.idle(1_000)));
    expect([steps, lengths()]).toEqual([5, [1_000]]);
    await worker.stop();
  });

  it('polls when it is idle', async () => {
    const worker = await started((self) => self.idle(1_000));
    sleeps[0]?.end();
    await nextTurn();
    expect([steps, lengths()]).toEqual([2, [1_000]]);
    await worker.stop();
  });

  it('is woken by a notification when it is idle', async () => {
    const worker = await started((self) => self.idle(1_000));
    notify?.();
    await nextTurn();
    expect([steps, lengths()]).toEqual([2, [1_000]]);
    await worker.stop();
  });

  it('does not miss a notification that comes during a step', async () => {
    const worker = await started(async (self, nth) => {
      if (nth === 1) notify?.();
      await self.idle(1_000);
    });
    expect([steps, lengths()]).toEqual([2, [1_000]]);
    await worker.stop();
  });

  it('is not woken from a pause', async () => {
    const worker = await started((self) => self.pause(50));
    notify?.();
    await nextTurn();
    expect([steps, lengths()]).toEqual([1, [50]]);
    sleeps[0]?.end();
    await nextTurn();
    expect(steps).toBe(2);
    await worker.stop();
  });

  it('tries a failed step again after ever longer pauses, which start over after a success', async () => {
    const pauses: number[] = [];
    const worker = await started((self, nth) =>
      nth === 8 ? Promise.resolve() : nth === 10 ? self.idle(1_000) : Promise.reject(new Error(`step ${nth}`)),
    );
    for (; lengths()[0] !== 1_000; await nextTurn()) {
      pauses.push(...lengths());
      sleeps[0]?.end();
    }
    expect(pauses).toEqual([100, 200, 400, 800, 1_600, 2_000, 2_000, 100]);
    expect(failures).toHaveLength(8);
    await worker.stop();
  });

  it.each<[string, (self: PollingWorker) => Promise<void>]>([
    ['idle', (self) => self.idle(1_000)],
    ['in a pause', (self) => self.pause(1_000)],
    ['waiting after a failure', () => Promise.reject(new Error('it fails'))],
  ])('stops at once while it is %s, and listens no longer', async (_, step) => {
    const worker = await started(step);
    expect(sleeps).toHaveLength(1);
    await worker.stop();
    expect([steps, sleeps, notify, worker.stopped]).toEqual([1, [], null, true]);
  });

  it('ends the step under way before it stops', async () => {
    let endStep = (): void => undefined;
    let stopped = false;
    const worker = await started(() => new Promise<void>((resolve) => (endStep = resolve)));
    const stopping = worker.stop().then(() => (stopped = true));
    await nextTurn();
    expect(stopped).toBe(false);
    endStep();
    await stopping;
    expect(steps).toBe(1);
  });
});
