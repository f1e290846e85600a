import { describe, expect, it } from '@jest/globals';
import { endOfPeriod, hasPassed, nextEnd, isDefinitelyAfter, unlessPassed } from './ends.js';

const utc = (...parts: Parameters<typeof Date.UTC>): number => Date.UTC(...parts) * 1000;

describe('the end of a date', () => {
  it.each([
    ['2025', utc(2026, 0, 1)],
    ['2025-11', utc(2025, 11, 1)],
    ['2024-02-29', utc(2024, 2, 1)],
    ['2025-11-10T00:01:00-05:00', utc(2025, 10, 10, 5, 1)],
  ])('%s', (date, end) => {
    expect(endOfPeriod(date)).toBe(end);
    expect(hasPassed(date, end - 1)).toBe(false);
    expect(hasPassed(date, end)).toBe(true);
  });

  it('never passes if it is not known', () => {
    expect(hasPassed(null, Number.MAX_SAFE_INTEGER)).toBe(false);
  });
});

it('finds the next end after an instant', () => {
  const dates = ['2025-11-10', null, '2025-11', '2025-10'];
  expect(nextEnd(dates, utc(2025, 10, 5))).toBe(utc(2025, 10, 11));
  expect(nextEnd(dates, utc(2025, 10, 11))).toBe(utc(2025, 11, 1));
  expect(nextEnd(dates, utc(2025, 11, 1))).toBeNull();
  expect(nextEnd([null], 0)).toBeNull();
});

it('drops an end that had passed before the date of a fact', () => {
  expect(unlessPassed('2025-11-10', '2025-11-10')).toBe('2025-11-10');
  expect(unlessPassed('2025-11-10', '2025')).toBe('2025-11-10');
  expect(unlessPassed('2025-11-10', '2025-11-11')).toBeNull();
  expect(unlessPassed(null, '2025-11-11')).toBeNull();
});

it('knows which date came later only if they do not overlap', () => {
  expect(isDefinitelyAfter('2025-11', '2025-10-31')).toBe(true);
  expect(isDefinitelyAfter('2025-10-26', '2025-10-26')).toBe(false);
  expect(isDefinitelyAfter('2025-10-26', '2025-10')).toBe(false);
  expect(isDefinitelyAfter('2025-10-26T08:00:00Z', '2025-10-26T08:00:00Z')).toBe(false);
  expect(isDefinitelyAfter('2025-10-26T08:00:01Z', '2025-10-26T08:00:00Z')).toBe(true);
});
