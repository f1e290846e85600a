import type { z } from 'zod';
import type { RequestedClocks, RequestedDate, Clocks } from '#reader/clocks/clocks.js';
import { resolveRequestClocks, type ClockParts } from '../query/resolve-request-clocks.js';
import { badParameter } from '../problems/problem.js';
import { clockOf, type ChangesQuery, type ClockName } from './changes.schema.js';

type Asked = z.output<typeof ChangesQuery>;
type Point = Asked['from'];

/**
 * The clocks of the later point.
 * @throws Problem `bad-parameter` where a parameter does not go with the clock
 */
export function laterPoint(asked: Asked): RequestedClocks {
  const clock = clockOf(asked);
  if (asked[clock] !== undefined) throw badParameter(clock, `goes not with from and to, which are on this clock`);
  return { ...asked, [clock]: onClock(asked, 'to', asked.to) };
}

/**
 * The earlier point, which is the later one but for the clock on which they differ.
 *
 * @param position where the page before has found it in the record, `null` on a first page
 * @throws Problem `bad-parameter` where it comes after the later one
 */
export async function earlierPoint(
  parts: ClockParts,
  asked: Asked,
  to: Clocks,
  position: number | null,
): Promise<Clocks> {
  const clock = clockOf(asked);
  const point = onClock(asked, 'from', asked.from);
  switch (clock) {
    case 'asOf': {
      const asOf = lastOf(point);
      return inOrder(asOf <= to.asOf, { ...to, asOf, instant: asOf });
    }
    case 'reportedAsOf': {
      const reportedAsOf = lastOf(point);
      return inOrder(reportedAsOf <= to.reportedAsOf, { ...to, reportedAsOf });
    }
    case 'recordedAsOf': {
      const found = await resolveRequestClocks(parts, { recordedAsOf: position === null ? point : { position } });
      const text = position === null ? found.recordedAsOf : `@${position}`;
      return inOrder(found.position <= to.position, { ...to, position: found.position, recordedAsOf: text });
    }
  }
}

/**
 * A point on the clock that is asked for.
 * @throws Problem `bad-parameter` for a position on another clock than that of the record
 */
export function onClock(asked: { clock?: ClockName | undefined }, name: 'from' | 'to', point: Point): Point {
  if (point !== undefined && 'position' in point && clockOf(asked) !== 'recordedAsOf')
    throw badParameter(name, 'can be a position on the clock recordedAsOf alone');
  return point;
}

const lastOf = (point: Point): number => (point === undefined ? Infinity : (point as RequestedDate).period.to - 1);

function inOrder(ordered: boolean, from: Clocks): Clocks {
  if (!ordered) throw badParameter('from', 'comes after to');
  return from;
}
