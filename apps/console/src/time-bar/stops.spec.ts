import { describe, expect, it } from '@jest/globals';
import { dayText, firstDay } from '../ui/dates.js';
import { placeAfterKey, placeInWords, placeOfPoint, pointOfPlace, scaleOf, stopsOf } from './stops.js';

const mark = (occurredAt: string, reportedAt: string | null, requestEnd: number, more: object = {}) => ({
  occurredAt,
  reportedAt,
  requestEnd,
  recordedAt: `2026-01-0${requestEnd}T10:00:00Z`,
  certainty: 'reported' as const,
  retracted: false,
  ...more,
});
const marks = [
  mark('2025-05', '2025-05-14', 3),
  mark('2025-05-12', '2025-05-14', 3),
  mark('2025-05-12', null, 5, { certainty: 'claimed' }),
  mark('2025-08-11', '2025-08', 5),
  mark('2025-09-01', '2025-09-02', 5, { retracted: true }),
];
const world = stopsOf('asOf', marks);
const days = (values: readonly (number | null | undefined)[]) => values.map((value) => value && dayText(value));

describe('the stops of a clock', () => {
  it('of the world are the first days of facts, those of the press the last ones; what is withdrawn has none', () => {
    expect(world.map(({ value, facts, claims }) => [dayText(value), facts, claims])).toEqual([
      ['2025-05-01', 1, 0],
      ['2025-05-12', 2, 1],
      ['2025-08-11', 1, 0],
    ]);
    expect(days(stopsOf('reportedAsOf', marks).map(({ value }) => value))).toEqual(['2025-05-14', '2025-08-31']);
  });

  it('of the record are its requests', () => {
    expect(stopsOf('recordedAsOf', marks).map(({ value, facts }) => [value, facts])).toEqual([
      [3, 2],
      [5, 2],
    ]);
  });
});

describe('a key', () => {
  const may = firstDay('2025-05-12');
  const after = (key: string, place: number | null, shift = false) =>
    days([placeAfterKey({ key, shift }, 'asOf', place, world)])[0];

  it.each([
    ['ArrowRight', '2025-08-11'],
    ['ArrowUp', '2025-08-11'],
    ['ArrowLeft', '2025-05-01'],
    ['PageUp', '2025-06-12'],
    ['PageDown', '2025-04-12'],
    ['Home', '2025-05-01'],
    ['End', null],
    ['a', undefined],
  ])('%s moves the thumb', (key, day) => {
    expect(after(key, may)).toBe(day);
  });

  it('with Shift goes by days', () => {
    expect([after('ArrowRight', may, true), after('ArrowLeft', may, true)]).toEqual(['2025-05-13', '2025-05-11']);
  });

  it('opens the clock behind the last stop, and comes back to it', () => {
    expect(after('ArrowRight', firstDay('2025-08-11'))).toBeNull();
    expect(after('ArrowLeft', null)).toBe('2025-08-11');
    expect(after('ArrowRight', null)).toBeUndefined();
  });

  it('goes from request to request on the clock of the record', () => {
    const stops = stopsOf('recordedAsOf', marks);
    expect(placeAfterKey({ key: 'ArrowLeft', shift: true }, 'recordedAsOf', 5, stops)).toBe(3);
    expect(placeAfterKey({ key: 'PageDown', shift: false }, 'recordedAsOf', 5, stops)).toBe(3);
  });

  it('moves nothing where there is no stop', () => {
    expect(placeAfterKey({ key: 'Home', shift: false }, 'asOf', null, [])).toBeUndefined();
  });
});

describe('a point', () => {
  it('is a place, and the other way round', () => {
    const stops = stopsOf('recordedAsOf', marks);
    expect(dayText(placeOfPoint('asOf', '2025-05', world) ?? 0)).toBe('2025-05-31');
    expect(pointOfPlace('asOf', firstDay('2025-05-31'))).toBe('2025-05-31');
    expect(placeOfPoint('recordedAsOf', '@4', stops)).toBe(4);
    expect(placeOfPoint('recordedAsOf', '2026-01-04', stops)).toBe(3);
    expect(pointOfPlace('recordedAsOf', 3)).toBe('@3');
    expect(placeOfPoint('asOf', 'soon', world)).toBeNull();
  });

  it('is told in words', () => {
    expect(placeInWords('asOf', firstDay('2025-05-12'), world)).toBe('12 May 2025, 2 facts');
    expect(placeInWords('asOf', firstDay('2025-05-13'), world)).toBe('13 May 2025, no fact');
    expect(placeInWords('reportedAsOf', null, [])).toBe('any time');
    expect(placeInWords('recordedAsOf', 3, stopsOf('recordedAsOf', marks))).toBe(
      '@3, 3 January 2026, 10:00 UTC, 2 facts',
    );
  });
});

describe('a scale', () => {
  it('has days as far apart as they are, and finds a day again', () => {
    const scale = scaleOf('asOf', world, [firstDay('2025-11-10')]);
    for (const { value } of world) expect(scale.place(scale.fraction(value))).toBe(value);
    expect(scale.fraction(firstDay('2025-11-10'))).toBeGreaterThan(0.9);
  });

  it('has requests side by side', () => {
    const stops = stopsOf('recordedAsOf', marks);
    const scale = scaleOf('recordedAsOf', stops);
    expect([scale.fraction(3), scale.fraction(5)]).toEqual([0.5, 1]);
    expect([scale.place(0.5), scale.place(1)]).toEqual([3, 5]);
  });
});
