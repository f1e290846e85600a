import { describe, expect, it } from '@jest/globals';
import { debounceDelay, remainingAge } from './staleness.js';

const SECOND = 1_000_000;
const now = 1_700_000_000 * SECOND;

describe('the summary of a touched story', () => {
  it('is built after a short delay if it was never built, or touched only once since', () => {
    expect(debounceDelay({ madeAt: null, busy: false }, now)).toBe(50);
    expect(debounceDelay({ madeAt: now - 1, busy: false }, now)).toBe(50);
    expect(remainingAge({ madeAt: now - 1, busy: false }, now)).toBe(0);
  });

  it('is built once a second in a burst', () => {
    expect(debounceDelay({ madeAt: now, busy: true }, now)).toBe(1_000);
    expect(remainingAge({ madeAt: now - 0.4 * SECOND, busy: true }, now)).toBe(600);
    expect(debounceDelay({ madeAt: now - 0.99 * SECOND, busy: true }, now)).toBe(50);
    expect(remainingAge({ madeAt: now - 2 * SECOND, busy: true }, now)).toBe(0);
  });
});
