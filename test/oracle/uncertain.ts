import { dayOfInstant, overlap, precisionOf } from './dates.js';
import { anything, type Pattern } from './pattern.js';
import { determinedBy } from './determined.js';
import { saidBy } from './disputes.js';
import { compatible, valueOf } from './says.js';
import type { Moment } from './knowledge.js';
import type { Standing } from './standing.js';

/**
 * Whether the order behind a state is in doubt at the moment: the fact that set a value which stands overlaps another one with another
 * value, of a different precision, or on the same date, of another type and by another publisher. `folded` are all the facts, whatever
 * their dates; claims and candidates are not among them.
 */
export function dateUncertain(folded: readonly Standing[], moment: Moment): Pattern {
  const standing = folded.flatMap((fact) => determinedBy(fact, folded, moment).map((property) => ({ fact, property })));
  const doubt = (touch: (a: Standing, b: Standing) => boolean) =>
    standing.some(({ fact, property }) =>
      folded.some((other) => other !== fact && touch(fact, other) && unordered(fact, other) && differ(property, fact, other)),
    );
  if (doubt(overlapping)) return true;
  // An instant also lies on the day that its own offset names; whether that counts here is left open.
  return doubt((a, b) => dayOfInstant(a.occurredAt, b.occurredAt)) ? anything() : false;
}

const overlapping = (a: Standing, b: Standing): boolean => overlap(a.span, b.span);

const unordered = (a: Standing, b: Standing): boolean =>
  precisionOf(a.occurredAt) !== precisionOf(b.occurredAt) || (a.type !== b.type && a.publisher !== b.publisher);

/** Whether both set the property, to different values; what is not known differs from all that is. */
function differ(property: string, a: Standing, b: Standing): boolean {
  const [ours, theirs] = [saidBy(a, a), saidBy(b, b)];
  if (!theirs.some(([name]) => name === property)) return false;
  const [x, y] = [valueOf(ours, property), valueOf(theirs, property)];
  return x === null || y === null ? x !== y : !compatible(x, y);
}
