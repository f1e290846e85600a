import fc from 'fast-check';
import type { Clock } from '../oracle/changes.js';
import { DEADLINE_STATES, type DeadlineFilter } from '../oracle/deadlines.js';
import { movedDays, movedMonths, spanOf } from '../oracle/dates.js';
import type { Point } from '../oracle/knowledge.js';
import { SERIES_CLOCKS, type Steps } from '../oracle/series.js';

/** Of deadlines: dates around those that facts name, or a span around the day of the read. */
export const sketchedDeadlines: fc.Arbitrary<DeadlineFilter> = fc
  .record({
    state: fc.constantFrom(...DEADLINE_STATES),
    range: fc.oneof(
      { weight: 5, arbitrary: fc.constant({}) },
      {
        weight: 2,
        arbitrary: fc.constantFrom<Omit<DeadlineFilter, 'state'>>(
          { from: '2025-05-12' },
          { from: '2025-05-13', to: '2026' },
          { from: '2025-07-09', to: '2025-07-09' },
          { from: '2025-08-12', to: '2025-11' },
          { to: '2025-04-29' },
          { to: '2025-05-12' },
        ),
      },
      { weight: 1, arbitrary: fc.record({ within: fc.constantFrom('0d', '29d', '30d', '5w', '1m', '6m', '120m') }) },
    ),
  })
  .map(({ state, range }) => ({ state, ...range }));

/** A series before the dates of its case are known. */
export interface SketchedSteps extends Pick<Steps, 'clock' | 'step'> {
  /** How many steps before the date of the question it begins, and how many days it has. */
  back: number;
  count: number;
  /** Whether it names months and not days. */
  months: boolean;
}

export const sketchedSteps: fc.Arbitrary<SketchedSteps> = fc.record<SketchedSteps>({
  clock: fc.constantFrom(...SERIES_CLOCKS),
  step: fc.constantFrom('1d', '1d', '1w', '1m'),
  back: fc.nat(2),
  count: fc.integer({ min: 1, max: 3 }),
  months: fc.constantFrom(true, false, false),
});

/** A short series around the date of a point. On the record's clock it ends today, or yesterday. */
export function stepsOf({ clock, step, back, count, months }: SketchedSteps, point: Point): Steps {
  const moved = (day: string, steps: number): string =>
    step === '1m' ? movedMonths(day, steps) : movedDays(day, step === '1w' ? 7 * steps : steps);
  if (clock === 'recordedAsOf') {
    const to = movedDays(point.now.slice(0, 10), back === 2 ? -1 : 0);
    return { clock, step, from: moved(to, 1 - count), to };
  }
  const first = moved(spanOf(pivotOf(clock, point)).first.slice(0, 10), -back);
  // A week or a month need not end with a step.
  const last = movedDays(moved(first, count - 1), step === '1d' ? 0 : 3);
  return months && step === '1m'
    ? { clock, step, from: first.slice(0, 7), to: last.slice(0, 7) }
    : { clock, step, from: first, to: last };
}

const pivotOf = (clock: Clock | 'knownOn', { asOf, reportedAsOf }: Point): string =>
  (clock === 'reportedAsOf' ? reportedAsOf : asOf) ?? '2025-05-12';
