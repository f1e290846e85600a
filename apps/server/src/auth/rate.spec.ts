import { describe, expect, it } from '@jest/globals';
import { FixedWindow } from './fixed-window.js';

const rate = (holders = 10): FixedWindow => new FixedWindow({ limit: 2, windowMs: 60_000, holders });

describe('a rate', () => {
  it('grants as many as the limit, and says how many are left and for how long', () => {
    const on = rate();
    expect(on.take('key ada', 1_000)).toEqual({ granted: true, left: 1, seconds: 60 });
    expect(on.take('key ada', 11_000)).toEqual({ granted: true, left: 0, seconds: 50 });
    expect(on.take('key ada', 60_999)).toEqual({ granted: false, left: 0, seconds: 1 });
  });

  it('begins anew when a window is over, however many came in it', () => {
    const on = rate();
    for (let n = 0; n < 5; n++) on.take('key ada', 0);
    expect(on.take('key ada', 60_000)).toEqual({ granted: true, left: 1, seconds: 60 });
  });

  it('is counted for each by itself', () => {
    const on = rate();
    for (let n = 0; n < 3; n++) on.take('key ada', 0);
    expect(on.take('key ben', 0).granted).toBe(true);
  });

  it('remembers a bounded number of them, those who ask most recently', () => {
    const on = rate(2);
    for (const holder of ['a', 'b', 'a', 'a', 'c']) on.take(holder, 0);
    expect(on.take('a', 0).granted).toBe(false);
    expect(on.take('b', 0).left).toBe(1);
  });
});
