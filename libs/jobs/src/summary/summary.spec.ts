import { describe, expect, it } from '@jest/globals';
import { isStale, BUILDER_VERSION, type SummaryStatus } from './summary.js';

const NOW = 5_000;
const GENERATION = 4;
const isStaleWith = (more: Partial<SummaryStatus>): boolean => {
  const fresh: SummaryStatus = {
    touched: 10,
    touches: 3,
    madeFrom: 12,
    madeWith: GENERATION,
    builderVersion: BUILDER_VERSION,
    madeAt: 1_000,
    freshUntil: null,
    busy: false,
  };
  return isStale({ ...fresh, ...more }, GENERATION, NOW);
};

describe('a summary', () => {
  it('is fresh while nothing touches its story and time changes nothing', () => {
    expect(isStaleWith({})).toBe(false);
    expect(isStaleWith({ touched: 12 })).toBe(false);
    expect(isStaleWith({ freshUntil: NOW + 1 })).toBe(false);
  });

  it('is stale if it was never built', () => expect(isStaleWith({ madeAt: null })).toBe(true));
  it('is stale once its story is touched', () => expect(isStaleWith({ touched: 13 })).toBe(true));
  it('is stale from the instant at which time changes it', () => expect(isStaleWith({ freshUntil: NOW })).toBe(true));
  it('is stale once a view has a newer generation', () => expect(isStaleWith({ madeWith: 3 })).toBe(true));
  it('is stale if an older builder built it, and not if a newer one did', () => {
    expect(isStaleWith({ builderVersion: BUILDER_VERSION - 1 })).toBe(true);
    expect(isStaleWith({ builderVersion: BUILDER_VERSION + 1, madeWith: GENERATION + 1 })).toBe(false);
  });
});
