import { describe, expect, it } from '@jest/globals';
import { ConcurrencyLimiter, concurrencyLimits } from './concurrency-limit.js';

const limited = expect.objectContaining({
  code: 'rate-limited',
  headers: { 'retry-after': expect.stringMatching(/^\d+$/) },
});

describe('long requests', () => {
  it('are limited by kind and by holder', () => {
    const requests = new ConcurrencyLimiter();
    for (let n = 0; n < concurrencyLimits.replays; n++) requests.begin('replays', 'key ada');
    expect(() => requests.begin('replays', 'key ada')).toThrow(limited);
    requests.begin('replays', 'key ben');
    requests.begin('imports', 'key ada');
  });

  it('make room for one other when one ends, however often its end is reported', () => {
    const requests = new ConcurrencyLimiter();
    const ends = Array.from({ length: concurrencyLimits.imports }, () => requests.begin('imports', 'key ada'));
    for (let n = 0; n < 3; n++) ends[0]?.();
    requests.begin('imports', 'key ada');
    expect(() => requests.begin('imports', 'key ada')).toThrow(limited);
  });
});
