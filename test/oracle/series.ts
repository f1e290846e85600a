import type { Clock } from './changes.js';
import { subjectsNamed } from './current-facts.js';
import { endOf, movedDays, movedMonths, spanOf } from './dates.js';
import { item } from './item.js';
import type { Point } from './knowledge.js';
import type { Json } from './pattern.js';
import { Reading } from './reading.js';
import type { RecordedEvent } from './recorded.js';
import { headlineOf, type State } from './state.js';
import type { ViewName } from './subjects.js';

export const SERIES_CLOCKS = ['asOf', 'knownOn', 'reportedAsOf', 'recordedAsOf'] as const;

/** From which day to which a clock steps. */
export interface Steps {
  clock: Clock | 'knownOn';
  step: '1d' | '1w' | '1m';
  from: string;
  to: string;
}

/** The days of a series. Steps of a month keep the first day's number, or take the last day of the month. */
export function datesOf({ step, from, to }: Steps): string[] {
  const [first, last] = [spanOf(from).first.slice(0, 10), endOf(to).slice(0, 10)];
  const dates: string[] = [];
  const nth = (n: number): string =>
    step === '1m' ? movedMonths(first, n) : movedDays(first, step === '1w' ? 7 * n : n);
  for (let date = first; date <= last; date = nth(dates.length)) dates.push(date);
  return dates;
}

/** The point of the clocks on a day of a series. */
export const pointOn = (point: Point, { clock }: Pick<Steps, 'clock'>, date: string): Point =>
  clock === 'knownOn' ? { ...point, asOf: date, reportedAsOf: date } : { ...point, [clock]: date };

/**
 * The point of the clocks on the last day of the span, with or without a cell: a series knows the stories and subjects
 * that are known there.
 */
export const lastPointOf = (point: Point, steps: Steps): Point => pointOn(point, steps, endOf(steps.to).slice(0, 10));

/**
 * The subjects of one view that the facts of a story, or of all, touch. At an earlier date of the press or of the
 * record, facts may touch what none touches any more: so there they are all that were ever named.
 */
export function subjectsOf(last: Reading, view: ViewName, story: string | undefined, { clock }: Steps): string[] {
  if (clock !== 'recordedAsOf' && last.point.reportedAsOf === undefined)
    return last.touchedBy(story, [view]).map(({ subject }) => subject);
  const { known } = last;
  const events = known.events.filter((event) => story === undefined || event.story === story);
  const named = subjectsNamed({ ...known, events }).flatMap((one) => (one?.view === view ? [one.subject] : []));
  return [...new Set(named)].sort();
}

/** The cells of a series: each day's in the order of the subjects. */
export function series(
  recorded: readonly RecordedEvent[],
  point: Point,
  view: ViewName,
  subjects: readonly string[],
  steps: Steps,
): Json[] {
  return datesOf(steps).flatMap((date) => {
    const reading = new Reading(recorded, pointOn(point, steps, date));
    return subjects.map((subject) => cell(reading, view, subject, date));
  });
}

/** What the read of a subject on a day gives. Before its record begins, there is nothing. */
function cell(reading: Reading, view: ViewName, subject: string, date: string): Json {
  const found = item(reading, { view, subject });
  const headline = Object.entries(headlineOf(view, (found?.['state'] ?? {}) as State));
  const { claims } = (found?.['counts'] ?? { claims: 0 }) as { claims: number };
  return {
    ...{ date, view, subject },
    // The date of a cell is that of its day.
    ...Object.fromEntries(headline.map(([name, value]) => [name === 'date' ? 'stateDate' : name, value ?? null])),
    since: found?.['since'] ?? null,
    contested: found?.['contested'] ?? false,
    dateUncertain: found?.['dateUncertain'] ?? false,
    claims,
    undated: reading.point.reportedAsOf === undefined ? undefined : (found?.['undated'] ?? 0),
  };
}
