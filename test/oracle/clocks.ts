import { endOf } from './dates.js';
import { knownAt, type Point } from './knowledge.js';
import { UNCHECKED, type Json } from './pattern.js';
import type { RecordedEvent } from './recorded.js';

/** The clocks that an answer names: the ends of the periods that were asked, and the position up to which it was read. */
export function clocksOf(recorded: readonly RecordedEvent[], point: Point): Json {
  const { asOf, reportedAsOf, recordedAsOf, undated } = point;
  const position = positionOf(recorded, point);
  return {
    asOf: asOf === undefined ? null : endOf(asOf),
    reportedAsOf: reportedAsOf === undefined ? null : endOf(reportedAsOf),
    // A date of the record may still be running.
    recordedAsOf: recordedAsOf === undefined ? null : recordedAsOf.startsWith('@') ? `@${position}` : UNCHECKED,
    position,
    undated,
  };
}

/** The last position of what is known at the point. Before the first event of the case there are those of others. */
function positionOf(recorded: readonly RecordedEvent[], point: Point): number {
  const first = recorded[0]?.position ?? 1;
  return knownAt(recorded, point).events.at(-1)?.position ?? first - 1;
}
