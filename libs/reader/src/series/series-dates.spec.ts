import { describe, expect, it } from '@jest/globals';
import { lastInstant, periodOf } from '#catalogue/values/reduced-date.js';
import { SeriesDates, type Step } from './series-dates.js';

const datesOf = (from: string, to: string, step: Step): string[] => {
  const dates = new SeriesDates(periodOf(from), periodOf(to), step);
  return Array.from({ length: dates.count }, (_, n) => dates.at(n).date);
};

describe('the days of a series', () => {
  it('go from the first to the last, both inclusive', () => {
    expect(datesOf('2025-02-27', '2025-03-02', '1d')).toEqual(['2025-02-27', '2025-02-28', '2025-03-01', '2025-03-02']);
    expect(datesOf('2025-02-27', '2025-02-27', '1m')).toEqual(['2025-02-27']);
  });

  it('end before the last day where no step meets it', () => {
    expect(datesOf('2025-01-01', '2025-01-20', '1w')).toEqual(['2025-01-01', '2025-01-08', '2025-01-15']);
    expect(datesOf('2025-01-15', '2025-03-14', '1m')).toEqual(['2025-01-15', '2025-02-15']);
  });

  it('keep the day of the month, or take the last of a shorter month', () => {
    expect(datesOf('2023-12-31', '2024-05', '1m')).toEqual([
      '2023-12-31',
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
      '2024-05-31',
    ]);
    expect(datesOf('2025-01-31', '2025-02-28', '1m')).toEqual(['2025-01-31', '2025-02-28']);
    expect(datesOf('2025-01-31', '2025-02-27', '1m')).toEqual(['2025-01-31']);
  });

  it('begin with the first day of a month or a year, and end with the last', () => {
    expect(datesOf('2025', '2025', '1m')).toHaveLength(12);
    expect(datesOf('2025-02', '2025-02', '1d')).toHaveLength(28);
  });

  it.each(['1d', '1w', '1m'] as const)('cover all years, in steps of %s, with the last instants of dates', (step) => {
    const dates = new SeriesDates(periodOf('0001-01-31'), periodOf('9999-12-31'), step);
    for (const n of [0, 1, 11, 12, Math.floor(dates.count / 2), dates.count - 1]) {
      const { date, last } = dates.at(n);
      expect(last).toBe(lastInstant(periodOf(date)));
    }
    expect(dates.at(dates.count - 1).date.slice(0, 7)).toBe('9999-12');
  });
});
