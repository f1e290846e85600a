import type { z } from 'zod';
import { lastInstant } from '#catalogue/values/reduced-date.js';
import type { RequestedClocks, RequestedDate, Clocks } from '#reader/clocks/clocks.js';
import { badParameter } from '../problems/problem.js';
import { resolveRequestClocks, withoutKnownOn, type ClockParts, type ClockQuery } from '../query/request-clocks.js';
import { clockOf, type ChangesQuery, type ClockName } from './changes.schema.js';
import type { ReplayQuery } from './replay.controller.js';

type RangeQuery = z.output<typeof ChangesQuery>;
type Point = RangeQuery['from'];

/**
 * The clocks of the later point of a range of changes.
 * @throws Problem `bad-parameter` where a parameter contradicts the clock
 */
export function laterPoint(query: RangeQuery): RequestedClocks {
  const clock = clockOf(query);
  const given = givenOn(clock, query);
  if (given !== null) throw badParameter(given, `cannot be given with from and to, which are on the clock ${clock}`);
  return { ...withoutKnownOn(query), [clock]: onClock(query, 'to', query.to) };
}

/**
 * The clocks of the earlier point of a range of changes. They differ from the later one on one clock.
 *
 * @param position the position of the earlier point as the previous page resolved it; `null` on the first page
 * @throws Problem `bad-parameter` where it comes after the later point
 */
export async function earlierPoint(
  parts: ClockParts,
  query: RangeQuery,
  to: Clocks,
  position: number | null,
): Promise<Clocks> {
  const clock = clockOf(query);
  const point = onClock(query, 'from', query.from);
  switch (clock) {
    case 'asOf': {
      const asOf = lastOf(point);
      const dates = { ...to.dates, asOf: dateOf(point) };
      return inOrder(asOf <= to.asOf, { ...to, asOf, dates, instant: asOf });
    }
    case 'reportedAsOf': {
      const reportedAsOf = lastOf(point);
      const dates = { ...to.dates, reportedAsOf: dateOf(point) };
      return inOrder(reportedAsOf <= to.reportedAsOf, { ...to, reportedAsOf, dates });
    }
    case 'recordedAsOf': {
      const found = await resolveRequestClocks(parts, { recordedAsOf: position === null ? point : { position } });
      const text = position === null ? found.recordedAsOf : `@${position}`;
      return inOrder(found.position <= to.position, { ...to, position: found.position, recordedAsOf: text });
    }
  }
}

/**
 * The clocks of the last point of a replay.
 * @throws Problem `bad-parameter` where a parameter contradicts the clock
 */
export function replayPoint(query: z.output<typeof ReplayQuery>): RequestedClocks {
  const clock = clockOf(query);
  // A source without a date has no place in the order of publication.
  if (clock === 'reportedAsOf' && query.undated)
    throw badParameter(
      'undated',
      'cannot be given with clock=reportedAsOf: it has no place in the order of publication',
    );
  if (query.to === undefined) return withoutKnownOn(query);
  const given = givenOn(clock, query);
  if (given !== null) throw badParameter(given, `cannot be given with to, which is on the clock ${clock}`);
  return { ...withoutKnownOn(query), [clock]: onClock(query, 'to', query.to) };
}

/** The parameter of a query that sets a clock; `null`: there is none. */
function givenOn(clock: ClockName, query: ClockQuery): ClockName | 'knownOn' | null {
  if (query[clock] !== undefined) return clock;
  return query.knownOn !== undefined && clock !== 'recordedAsOf' ? 'knownOn' : null;
}

/** @throws Problem `bad-parameter` for a position on another clock than that of the record */
function onClock(query: { clock?: ClockName | undefined }, name: 'from' | 'to', point: Point): Point {
  if (point !== undefined && 'position' in point && clockOf(query) !== 'recordedAsOf')
    throw badParameter(name, 'can only be a position on the clock recordedAsOf');
  return point;
}

/** The date of a point that is not on the clock of the record. */
const dateOf = (point: Point): RequestedDate | undefined => point as RequestedDate | undefined;

const lastOf = (point: Point): number => {
  const date = dateOf(point);
  return date ? lastInstant(date.period) : Infinity;
};

function inOrder(ordered: boolean, from: Clocks): Clocks {
  if (!ordered) throw badParameter('from', 'comes after to');
  return from;
}
