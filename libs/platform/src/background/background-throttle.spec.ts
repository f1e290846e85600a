import { beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { BackgroundThrottle } from './background-throttle.js';

let now: number;
let throttle: BackgroundThrottle;
beforeEach(() => {
  now = 1_000;
  throttle = new BackgroundThrottle(() => now);
});

/** So many requests, evenly within a second. */
const requests = (times: number): void => {
  for (let n = 0; n < times; n += 1) {
    now += 1_000 / times;
    throttle.recordRequest();
  }
};

describe('the pause after background work', () => {
  it('is none without requests', () => {
    expect(throttle.busy).toBe(false);
    expect(throttle.delayAfter(50)).toBe(0);
  });

  it('is short after a single request, and none a second later', () => {
    requests(1);
    expect(throttle.busy).toBe(true);
    expect(throttle.delayAfter(50)).toBeLessThan(3);
    now += 1_000;
    expect(throttle.busy).toBe(false);
    expect(throttle.delayAfter(50)).toBe(0);
  });

  it('leaves four fifths of the time to many requests, and to a few requests less', () => {
    for (let n = 0; n < 5; n += 1) requests(1_000);
    expect(throttle.delayAfter(20)).toBeCloseTo(80);
    now += 60_000;
    for (let n = 0; n < 5; n += 1) requests(25);
    expect(throttle.delayAfter(20)).toBeGreaterThan(15);
    expect(throttle.delayAfter(20)).toBeLessThan(25);
  });

  it('ends soon after a flood of requests', () => {
    requests(50_000);
    now += 6_000;
    expect(throttle.busy).toBe(false);
  });

  it('has a limit', () => {
    requests(1_000);
    expect(throttle.delayAfter(10_000)).toBe(250);
  });
});

describe('pieces of background work', () => {
  const order: string[] = [];
  /** Each takes ten milliseconds of the throttle's clock. */
  const piece = (name: string) => async (): Promise<string> => {
    order.push(`${name} begins`);
    await sleep(5);
    now += 10;
    order.push(`${name} ends`);
    return name;
  };
  beforeEach(() => {
    order.length = 0;
  });

  it('run at once and together without requests', async () => {
    expect(await Promise.all([throttle.run(piece('a')), throttle.run(piece('b'))])).toEqual(['a', 'b']);
    expect(order).toEqual(['a begins', 'b begins', 'a ends', 'b ends']);
  });

  it('run one at a time while requests come, each after a pause', async () => {
    requests(1_000);
    const began = performance.now();
    expect(await Promise.all([throttle.run(piece('a')), throttle.run(piece('b'))])).toEqual(['a', 'b']);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    expect(performance.now() - began).toBeGreaterThan(40);
  });

  it('go on after one that fails, whose caller gets the error', async () => {
    requests(1_000);
    const failing = throttle.run(() => Promise.reject(new Error('it cannot be done')));
    const next = throttle.run(piece('b'));
    await expect(failing).rejects.toThrow('it cannot be done');
    expect(await next).toBe('b');
  });

  it('go on while one hangs', async () => {
    requests(1_000);
    let letGo: () => void = () => undefined;
    const hanging = throttle.run(() => new Promise<void>((resolve) => (letGo = resolve)));
    expect(await Promise.all([throttle.run(piece('b')), throttle.run(piece('c'))])).toEqual(['b', 'c']);
    expect(order).toEqual(['b begins', 'b ends', 'c begins', 'c ends']);
    letGo();
    await hanging;
  });
});
