import { describe, expect, it } from '@jest/globals';
import { daysLeft, dayText, firstDay, formatAge, formatDate, formatShort, lastDay, monthAfter } from './dates.js';

describe('a date', () => {
  it.each([
    ['2025', '2025'],
    ['2025-08', 'August 2025'],
    ['2025-08-02', '2 August 2025'],
    ['2025-08-02T11:20:30.5+02:00', '2 August 2025, 09:20 UTC'],
    ['soon', 'soon'],
  ])('%s is shown as precisely as it is known', (date, shown) => {
    expect(formatDate(date)).toBe(shown);
  });

  it('has three letters of its month in a row of a list', () => {
    expect(formatShort('2025-09-14')).toBe('14 Sep 2025');
    expect(formatShort('2025-05')).toBe('May 2025');
  });

  it.each([
    ['2025', '2025-01-01', '2025-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025-08-12', '2025-08-12', '2025-08-12'],
    ['2025-08-12T23:30:00-02:00', '2025-08-13', '2025-08-13'],
  ])('%s has a first and a last day', (date, first, last) => {
    expect([dayText(firstDay(date)), dayText(lastDay(date))]).toEqual([first, last]);
  });

  it('a month later is the same day, or the last of a shorter month', () => {
    expect(dayText(monthAfter(firstDay('2025-01-31'), 1))).toBe('2025-02-28');
    expect(dayText(monthAfter(firstDay('2025-03-12'), -3))).toBe('2024-12-12');
  });
});

it('an age is told for less than a day, then the date', () => {
  const now = Date.parse('2025-08-12T12:00:00Z');
  expect(formatAge('2025-08-12T11:59:40Z', now)).toBe('just now');
  expect(formatAge('2025-08-12T11:20:00Z', now)).toBe('40 min ago');
  expect(formatAge('2025-08-11T13:00:00Z', now)).toBe('23 h ago');
  expect(formatAge('2025-08-11T11:00:00Z', now)).toBe('11 August 2025');
});

it('a deadline counts whole days', () => {
  expect([2, 1, 0, -1, -3].map(daysLeft)).toEqual([
    '2 days left',
    '1 day left',
    'today is the last day',
    'passed yesterday',
    'passed 3 days ago',
  ]);
});
