import { describe, expect, it } from '@jest/globals';
import { isStale, BUILDER_VERSION, type SummaryStatus } from './summary.js';

const NOW = 5_000;
const standing = (more: Partial<SummaryStatus>): SummaryStatus => ({
  touched: 10,
  touches: 3,
  madeFrom: 12,
  madeWith: 4,
  recipe: BUILDER_VERSION,
  madeAt: 1_000,
  freshUntil: null,
  busy: false,
  ...more,
});
const stale = (more: Partial<SummaryStatus>): boolean => isStale(standing(more), 4, NOW);

describe('a summary is stale', () => {
  it('not while nothing has touched its story since, and time has changed nothing', () => {
    expect(stale({})).toBe(false);
    expect(stale({ touched: 12 })).toBe(false);
    expect(stale({ freshUntil: NOW + 1 })).toBe(false);
  });

  it('where it was never made', () => expect(stale({ madeAt: null })).toBe(true));
  it('where its story was touched since', () => expect(stale({ touched: 13 })).toBe(true));
  it('from the instant on at which time changes it', () => expect(stale({ freshUntil: NOW })).toBe(true));
  it('where a view that it was made with was built anew', () => expect(stale({ madeWith: 3 })).toBe(true));
  it('where older code has made it, and not where newer code has', () => {
    expect(stale({ recipe: BUILDER_VERSION - 1 })).toBe(true);
    expect(stale({ recipe: BUILDER_VERSION + 1, madeWith: 5 })).toBe(false);
  });
});
