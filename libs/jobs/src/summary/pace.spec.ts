import { describe, expect, it } from '@jest/globals';
import { debounceDelay, remainingAge } from './debounce.js';

const SECOND = 1_000_000;
const now = 1_700_000_000 * SECOND;

describe('the pace of a story', () => {
  it('a story that was never told, or touched once since, is told as soon as what comes together is there', () => {
    expect(debounceDelay({ madeAt: null, busy: false }, now)).toBe(50);
    expect(debounceDelay({ madeAt: now - 1, busy: false }, now)).toBe(50);
    expect(remainingAge({ madeAt: now - 1, busy: false }, now)).toBe(0);
  });

  it('in a burst it is told once a second', () => {
    expect(debounceDelay({ madeAt: now, busy: true }, now)).toBe(1_000);
    expect(remainingAge({ madeAt: now - 0.4 * SECOND, busy: true }, now)).toBe(600);
    expect(debounceDelay({ madeAt: now - 0.99 * SECOND, busy: true }, now)).toBe(50);
    expect(remainingAge({ madeAt: now - 2 * SECOND, busy: true }, now)).toBe(0);
  });
});
