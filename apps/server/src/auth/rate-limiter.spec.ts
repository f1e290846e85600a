import { describe, expect, it } from '@jest/globals';
import { FixedWindow } from './rate-limiter.js';

const fixedWindow = (holders = 10): FixedWindow => new FixedWindow({ limit: 2, windowMs: 60_000, holders });

describe('a fixed window', () => {
  it('grants requests up to the limit, and returns how many are left and for how long', () => {
    const window = fixedWindow();
    expect(window.take('key ada', 1_000)).toEqual({ granted: true, left: 1, seconds: 60 });
    expect(window.take('key ada', 11_000)).toEqual({ granted: true, left: 0, seconds: 50 });
    expect(window.take('key ada', 60_999)).toEqual({ granted: false, left: 0, seconds: 1 });
  });

  it('is followed by a new one, however many requests came in it', () => {
    const window = fixedWindow();
    for (let n = 0; n < 5; n++) window.take('key ada', 0);
    expect(window.take('key ada', 60_000)).toEqual({ granted: true, left: 1, seconds: 60 });
  });

  it('is counted for each holder', () => {
    const window = fixedWindow();
    for (let n = 0; n < 3; n++) window.take('key ada', 0);
    expect(window.take('key ben', 0).granted).toBe(true);
  });

  it('is remembered for a limited number of holders: those with the most recent requests', () => {
    const window = fixedWindow(2);
    for (const holder of ['a', 'b', 'a', 'a', 'c']) window.take(holder, 0);
    expect(window.take('a', 0).granted).toBe(false);
    expect(window.take('b', 0).left).toBe(1);
  });
});
