import { describe, expect, it } from '@jest/globals';
import { formatInstant, periodOf } from '#catalogue/values/reduced-date.js';
import { deadlineRange, parseWithin } from './deadline-range.js';

const requested = (text: string) => ({ text, period: periodOf(text) });
const within = (text: string) => parseWithin(text) ?? undefined;
const NOW = periodOf('2025-10-31T08:00:00Z').from;

const shown = ({ after, upTo }: { after: number; upTo: number }) =>
  [after, upTo].map((bound) => (Number.isFinite(bound) ? formatInstant(bound).slice(0, 16) : null));

describe('the range of deadlines', () => {
  it.each(['', '30', 'd', '-5d', '1.5d', '30D', '123456d', '30d ', '1y', '1h'])('is not within "%s"', (text) =>
    expect(parseWithin(text)).toBeNull(),
  );

  it.each([
    ['0d', null, '2025-11-01T00:00'],
    ['1d', null, '2025-11-02T00:00'],
    ['2w', null, '2025-11-15T00:00'],
    ['1m', null, '2025-12-01T00:00'],
    ['4m', null, '2026-03-01T00:00'],
    ['12m', null, '2026-11-01T00:00'],
    ['99999m', null, null],
    ['99999w', null, '3942-05-09T00:00'],
  ])('ahead within %s ends then', (text, ...expected) =>
    expect(shown(deadlineRange({ state: 'upcoming', within: within(text) }, NOW))).toEqual(expected),
  );

  it.each([
    ['0d', '2025-10-31T00:00', null],
    ['1d', '2025-10-30T00:00', null],
    ['1m', '2025-09-30T00:00', null],
    ['8m', '2025-02-28T00:00', null],
    ['10m', '2024-12-31T00:00', null],
    ['99999m', null, null],
    ['99999w', '0109-04-26T00:00', null],
  ])('back within %s begins then', (text, ...expected) =>
    expect(shown(deadlineRange({ state: 'overdue', within: within(text) }, NOW))).toEqual(expected),
  );

  it('reaches both ways for what is settled', () =>
    expect(shown(deadlineRange({ state: 'settled', within: within('1m') }, NOW))).toEqual([
      '2025-09-30T00:00',
      '2025-12-01T00:00',
    ]));

  it('does not leave the calendar', () => {
    const first = periodOf('0001-01-01').from;
    expect(shown(deadlineRange({ state: 'overdue', within: within('1m') }, first))).toEqual([null, null]);
    const last = periodOf('9999-12-31').from;
    for (const text of ['1d', '1w', '1m'])
      expect(shown(deadlineRange({ state: 'upcoming', within: within(text) }, last))).toEqual([null, null]);
  });

  it('between two dates has both of them', () =>
    expect(
      shown(deadlineRange({ state: 'settled', from: requested('2025-08'), to: requested('2025-10-26') }, NOW)),
    ).toEqual(['2025-08-01T00:00', '2025-10-27T00:00']));
});
