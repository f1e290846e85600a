import { describe, expect, it } from '@jest/globals';
import { formatDay, periodOf } from '#catalogue/values/reduced-date.js';
import { isWithin, lastDay, periodAt, type PeriodKind } from './period.js';

const at = (kind: PeriodKind, date: string): string[] => {
  const period = periodAt(kind, periodOf(date).from);
  return [period.name, formatDay(period.from), formatDay(lastDay(period))];
};

describe('the period of a date', () => {
  it.each<[PeriodKind, string, string[]]>([
    ['day', '2025-10-26T23:30:00-04:00', ['2025-10-27', '2025-10-27', '2025-10-27']],
    ['week', '2025-10-26', ['2025-W43', '2025-10-20', '2025-10-26']],
    ['week', '2025-10-27', ['2025-W44', '2025-10-27', '2025-11-02']],
    // A week belongs to the year of its Thursday.
    ['week', '2024-12-30', ['2025-W01', '2024-12-30', '2025-01-05']],
    ['week', '2021-01-03', ['2020-W53', '2020-12-28', '2021-01-03']],
    ['week', '1066-10-14', ['1066-W41', '1066-10-08', '1066-10-14']],
    ['month', '2024-02-29', ['2024-02', '2024-02-01', '2024-02-29']],
  ])('%s of %s', (kind, date, period) => expect(at(kind, date)).toEqual(period));

  it('has in it only what is known as exactly', () => {
    const dates = ['2025', '2025-08', '2025-08-11', '2025-08-11T08:00:00Z'];
    expect(dates.map((date) => isWithin('day', date))).toEqual([false, false, true, true]);
    expect(dates.map((date) => isWithin('week', date))).toEqual([false, false, true, true]);
    expect(dates.map((date) => isWithin('month', date))).toEqual([false, true, true, true]);
  });
});
