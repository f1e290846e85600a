import { fc, test } from '@fast-check/jest';
import { describe, expect, it } from '@jest/globals';
import {
  formatDay,
  formatFirstInstant,
  formatInstant,
  formatLastInstant,
  justBefore,
  lastInstant,
  parseReducedDate,
  periodOf,
  ReducedDate,
} from './reduced-date.js';

const SECOND = 1_000_000;
const DAY = 86_400 * SECOND;

/** Both ends of a period, as instants. */
function span(text: string): [from: string, to: string] {
  const { from, to } = periodOf(text);
  return [formatInstant(from), formatInstant(to)];
}

describe('the period of a date', () => {
  it('is the same each time, however many others were parsed in between', () => {
    const days = Array.from({ length: 12_000 }, (_, n) => formatDay(n * DAY));
    const first = days.map(periodOf);
    expect(first.every(({ from, to }, n) => from === n * DAY && to === from + DAY)).toBe(true);
    expect(days.map(periodOf)).toEqual(first);
  });

  it.each([
    ['2025', '2025-01-01T00:00:00.000000Z', '2026-01-01T00:00:00.000000Z'],
    ['0001', '0001-01-01T00:00:00.000000Z', '0002-01-01T00:00:00.000000Z'],
    ['0099', '0099-01-01T00:00:00.000000Z', '0100-01-01T00:00:00.000000Z'],
    ['1966', '1966-01-01T00:00:00.000000Z', '1967-01-01T00:00:00.000000Z'],
    ['9999', '9999-01-01T00:00:00.000000Z', '+010000-01-01T00:00:00.000000Z'],
    ['2025-08', '2025-08-01T00:00:00.000000Z', '2025-09-01T00:00:00.000000Z'],
    ['2025-12', '2025-12-01T00:00:00.000000Z', '2026-01-01T00:00:00.000000Z'],
    ['2024-02', '2024-02-01T00:00:00.000000Z', '2024-03-01T00:00:00.000000Z'],
    ['2025-10-26', '2025-10-26T00:00:00.000000Z', '2025-10-27T00:00:00.000000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000000Z', '2024-03-01T00:00:00.000000Z'],
    ['2000-02-29', '2000-02-29T00:00:00.000000Z', '2000-03-01T00:00:00.000000Z'],
    ['0004-02-29', '0004-02-29T00:00:00.000000Z', '0004-03-01T00:00:00.000000Z'],
    ['1969-12-31', '1969-12-31T00:00:00.000000Z', '1970-01-01T00:00:00.000000Z'],
    ['2025-10-26T08:00:00Z', '2025-10-26T08:00:00.000000Z', '2025-10-26T08:00:00.000001Z'],
    ['2025-10-26T08:00:00+08:00', '2025-10-26T00:00:00.000000Z', '2025-10-26T00:00:00.000001Z'],
    ['2025-10-26T08:00:00-05:30', '2025-10-26T13:30:00.000000Z', '2025-10-26T13:30:00.000001Z'],
    ['2025-01-01T00:30:00+01:00', '2024-12-31T23:30:00.000000Z', '2024-12-31T23:30:00.000001Z'],
    ['2025-10-26T08:00:00.5Z', '2025-10-26T08:00:00.500000Z', '2025-10-26T08:00:00.500001Z'],
    ['2025-10-26T08:00:00.123456789Z', '2025-10-26T08:00:00.123456Z', '2025-10-26T08:00:00.123457Z'],
    ['1684-01-01T00:00:00.5Z', '1684-01-01T00:00:00.000000Z', '1684-01-01T00:00:01.000000Z'],
    ['1685-01-01T00:00:00.5Z', '1685-01-01T00:00:00.500000Z', '1685-01-01T00:00:00.500001Z'],
    ['2255-01-01T00:00:00.5Z', '2255-01-01T00:00:00.500000Z', '2255-01-01T00:00:00.500001Z'],
    ['9999-12-31T23:59:59.5Z', '9999-12-31T23:59:59.000000Z', '+010000-01-01T00:00:00.000000Z'],
    ['1969-12-31T23:59:59.999999Z', '1969-12-31T23:59:59.999999Z', '1970-01-01T00:00:00.000000Z'],
  ])('%s', (text, from, to) => {
    expect(span(text)).toEqual([from, to]);
  });

  it.each([
    ['2025', 'year'],
    ['2025-08', 'month'],
    ['2025-08-11', 'day'],
    ['2025-08-11T00:00:00Z', 'instant'],
  ])('%s has the precision %s', (text, precision) => {
    expect(periodOf(text).precision).toBe(precision);
  });

  it('is counted in microseconds since 1970', () => {
    expect(periodOf('1970-01-02')).toEqual({ from: DAY, to: 2 * DAY, precision: 'day' });
    expect(periodOf('1970-01-01T00:00:01.000001Z').from).toBe(SECOND + 1);
  });

  test.prop([fc.date({ min: new Date('1685-01-01'), max: new Date('2255-01-01'), noInvalidDate: true })])(
    'is the one that `Date` computes',
    (date) => {
      const text = date.toISOString();
      expect(periodOf(text).from).toBe(date.getTime() * 1000);
      expect(periodOf(text.slice(0, 10)).from).toBe(Date.parse(`${text.slice(0, 10)}T00:00:00Z`) * 1000);
      expect(formatInstant(periodOf(text).from)).toBe(text.replace('Z', '000Z'));
    },
  );

  test.prop([fc.integer({ min: Date.parse('0001-01-01') / 1000, max: Date.parse('9999-12-31') / 1000 })])(
    'is exact to the second in every century, and never empty',
    (second) => {
      const text = new Date(second * 1000).toISOString();
      const { from, to } = periodOf(text);
      expect(from).toBe(second * SECOND);
      expect(to).toBeGreaterThan(from);
      expect(formatInstant(from)).toBe(text.replace('Z', '000Z'));
      expect(periodOf(text.slice(0, 10)).from).toBe(Date.parse(`${text.slice(0, 10)}T00:00:00Z`) * 1000);
    },
  );
});

describe('what is not a date', () => {
  it.each([
    '',
    'yesterday',
    '25',
    '0000',
    '10000',
    '-2025',
    '2025-',
    '2025-00',
    '2025-13',
    '2025-1',
    '2025-02-29',
    '1900-02-29',
    '2025-02-30',
    '2025-04-31',
    '2025-10-00',
    '2025-10-32',
    '20251026',
    '2025/10/26',
    '2025-W43',
    ' 2025',
    '2025\n',
    '2025-10-26T',
    '2025-10-26T08',
    '2025-10-26T08:00Z',
    '2025-10-26T08:00:00',
    '2025-10-26 08:00:00Z',
    '2025-10-26T24:00:00Z',
    '2025-10-26T08:60:00Z',
    '2025-10-26T08:00:60Z',
    '2025-10-26T08:00:00.Z',
    '2025-10-26T08:00:00.1234567890Z',
    '2025-10-26T08:00:00+8',
    '2025-10-26T08:00:00+24:00',
    '2025-10-26T08:00:00+08:60',
    '2025-02-30T08:00:00Z',
    '0001-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    '٢٠٢٥',
  ])('%j', (text) => {
    expect(parseReducedDate(text)).toBeNull();
    expect(ReducedDate.safeParse(text).success).toBe(false);
    expect(() => periodOf(text)).toThrow(RangeError);
  });
});

describe('an instant', () => {
  it('is written in UTC with six decimals', () => {
    expect(formatInstant(0)).toBe('1970-01-01T00:00:00.000000Z');
    expect(formatInstant(-1)).toBe('1969-12-31T23:59:59.999999Z');
    expect(formatInstant(1_761_465_600_000_001)).toBe('2025-10-26T08:00:00.000001Z');
  });

  it('has a day', () => {
    expect(formatDay(-1)).toBe('1969-12-31');
    expect(formatDay(1_761_465_600_000_001)).toBe('2025-10-26');
  });
});

describe('in every year from 1 to 9999', () => {
  const digits = (value: number, width: number): string => String(value).padStart(width, '0');
  const day = fc
    .record({ year: fc.integer({ min: 1, max: 9999 }), month: fc.integer({ min: 1, max: 12 }), day: fc.nat(27) })
    .map((date) => `${digits(date.year, 4)}-${digits(date.month, 2)}-${digits(date.day + 1, 2)}`);
  const second = fc
    .record({ hour: fc.nat(23), minute: fc.nat(59), second: fc.nat(59) })
    .map((time) => [time.hour, time.minute, time.second].map((value) => digits(value, 2)).join(':'));
  const decimals = fc.nat(999_999).map((value) => digits(value, 6));

  test.prop([day, second, decimals])('an instant comes back as it was given', (date, time, fraction) => {
    const text = `${date}T${time}.${fraction}Z`;
    expect([formatFirstInstant(text), formatLastInstant(text)]).toEqual([text, text]);
    expect([`${date}T${time}Z`, `${date}T${time}.5Z`].map(formatLastInstant)).toEqual([
      `${date}T${time}.000000Z`,
      `${date}T${time}.500000Z`,
    ]);
    const { from, to } = periodOf(text);
    const within = lastInstant({ to });
    expect(from <= within && within < to).toBe(true);
    expect([String(from), String(to), String(within)].map(Number)).toEqual([from, to, within]);
    expect(JSON.parse(JSON.stringify({ from, to, within }))).toEqual({ from, to, within });
  });

  test.prop([day])('a day, a month and a year end with their last microsecond', (date) => {
    const [year, month] = [date.slice(0, 4), date.slice(0, 7)];
    const lastOfMonth = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month.slice(5)), 0)).getUTCDate();
    expect([date, month, year].map(formatFirstInstant)).toEqual(
      [date, `${month}-01`, `${year}-01-01`].map((first) => `${first}T00:00:00.000000Z`),
    );
    const last = [date, `${month}-${lastOfMonth}`, `${year}-12-31`];
    expect([date, month, year].map(formatLastInstant)).toEqual(last.map((one) => `${one}T23:59:59.999999Z`));
    expect([date, month, year].map((one) => formatDay(lastInstant(periodOf(one))))).toEqual(last);
    for (const one of [date, month, year]) {
      const { from, to } = periodOf(one);
      expect(justBefore(from) < from && from <= lastInstant({ to }) && lastInstant({ to }) < to).toBe(true);
    }
  });

  it('the last instants have the order of the dates, also where numbers lose their microseconds', () => {
    const dates = [
      ...['1684-07-28T00:12:25Z', '1684-07-28T00:12:26Z', '1684-07-28', '1684-08', '1684', '1685-01-01'],
      ...['2255-06-05T23:47:33.999999Z', '2255-06-05T23:47:34.5Z', '2255-06-05T23:47:35Z', '2255-06-05', '2255'],
    ];
    const last = dates.map((date) => lastInstant(periodOf(date)));
    expect(last).toEqual([...last].sort((a, b) => a - b));
    expect(new Set(last).size).toBe(dates.length);
  });
});
