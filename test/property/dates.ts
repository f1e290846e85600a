import fc from 'fast-check';

/**
 * So few dates that facts often overlap: the same day, a day within its month, instants near midnight in other offsets.
 */
export const MEETING_POINTS = [
  '2024',
  '2025',
  '2025-03',
  '2025-04',
  '2025-04-09',
  '2025-04-10',
  '2025-04-11',
  '2025-05',
  '2025-05-12',
  '2025-08',
  '2025-08-11',
  '2025-04-10T08:00:00Z',
  '2025-04-11T01:30:00+05:00',
  '2025-04-09T23:30:00-04:00',
  '2025-05-12T07:00:00.250000Z',
  '2025-12-31T22:00:00-06:00',
];

const years = { min: Date.UTC(1920, 0, 1), max: Date.UTC(2025, 11, 31) };
const somewhere = fc
  .record({
    at: fc.integer(years),
    length: fc.constantFrom(4, 7, 10, 16),
    offset: fc.constantFrom('Z', '+09:00', '-04:00'),
  })
  .map(({ at, length, offset }) => {
    const text = new Date(at).toISOString().slice(0, length);
    return length === 16 ? `${text}:00${offset}` : text;
  });

/** A date of any precision, mostly one of a few. */
export const dateAmong = (few: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...few) }, { weight: 1, arbitrary: somewhere });

export const someDate = dateAmong(MEETING_POINTS);

/**
 * When a source was published. The instants are never those of a fact, so no question depends on a single microsecond.
 */
export const somePublication = fc.constantFrom(
  '2025',
  '2025-04',
  '2025-04-09',
  '2025-04-10T09:17:23.456789Z',
  '2025-05-12T18:41:07+08:00',
  '2025-10-26',
);

/** When something ends or is planned. */
export const someEnd = fc.constantFrom(
  '2025-04',
  '2025-05-12',
  '2025-07-09',
  '2025-08-12T04:01:00Z',
  '2025-11-10',
  '2026-11-10',
  '2031-01-01',
);
