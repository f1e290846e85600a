import { overlap, precisionOf } from './dates.js';
import { determinedBy } from './determined.js';
import { saidBy } from './disputes.js';
import { compatible, valueOf } from './says.js';
import type { Moment } from './knowledge.js';
import type { Standing } from './standing.js';

/**
 * Whether the order behind a state is in doubt at the moment: the fact that set a value which stands overlaps another
 * one with another value, of a different precision, or on the same date, of another type and by another publisher.
 * `folded` are all the facts, whatever their dates; claims and candidates are not among them.
 */
export function dateUncertain(folded: readonly Standing[], moment: Moment): boolean {
  return folded.some((fact) =>
    determinedBy(fact, folded, moment).some((property) =>
      folded.some(
        (other) =>
          other !== fact && overlap(fact.span, other.span) && unordered(fact, other) && differ(property, fact, other),
      ),
    ),
  );
}

const unordered = (a: Standing, b: Standing): boolean =>
  precisionOf(a.occurredAt) !== precisionOf(b.occurredAt) || (a.type !== b.type && a.publisher !== b.publisher);

/** Whether both set the property, to different values; what is not known differs from all that is. */
function differ(property: string, a: Standing, b: Standing): boolean {
  const [ours, theirs] = [saidBy(a), saidBy(b)];
  if (!theirs.some(([name]) => name === property)) return false;
  const [x, y] = [valueOf(ours, property), valueOf(theirs, property)];
  return x === null || y === null ? x !== y : !compatible(x, y);
}
