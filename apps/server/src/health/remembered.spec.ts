import { describe, expect, it } from '@jest/globals';
import { memoized } from './memoized.js';

/** A question that counts how often it was asked. */
function counted() {
  let [asked, now] = [0, 0];
  let answer: (value: number) => void = () => undefined;
  const ask = memoized(
    () => {
      asked += 1;
      return new Promise<number>((resolve) => (answer = resolve));
    },
    { every: 1_000, burst: 3, now: () => now },
  );
  return { ask, asked: () => asked, answer: () => answer(asked), pass: (ms: number) => void (now += ms) };
}

describe('a question that is remembered', () => {
  it('is asked once for all who wait for it', async () => {
    const { ask, asked, answer } = counted();
    const all = [ask(), ask(), ask()];
    expect(asked()).toBe(1);
    answer();
    expect(await Promise.all(all)).toEqual([1, 1, 1]);
  });

  it('is asked some times at once, and then once a second, however many want to know', async () => {
    const { ask, asked, answer, pass } = counted();
    for (let n = 0; n < 100; n += 1) {
      const told = ask();
      answer();
      await told;
    }
    expect(asked()).toBe(3);
    for (let n = 0; n < 1_000; n += 1) {
      pass(10);
      const told = ask();
      answer();
      expect(await told).toBe(asked());
    }
    expect(asked()).toBe(13);
  });

  it('is asked anew by who asks now and then', async () => {
    const { ask, asked, answer, pass } = counted();
    for (let n = 1; n < 10; n += 1) {
      pass(1_000);
      const told = ask();
      answer();
      await told;
      expect(asked()).toBe(n);
    }
  });
});
