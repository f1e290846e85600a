import { parseReducedDate } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';
import { isDeepStrictEqual } from 'node:util';

/**
 * Whether two known values of a property do not contradict each other: as the view says, and otherwise when they are deeply equal, or one is
 * a date inside the other. A property `round:5:place` is compared as `place` is, unless the view names it whole.
 */
export function valuesAgree(view: AnyView, property: string, a: unknown, b: unknown): boolean {
  const own = view.agree?.[property] ?? view.agree?.[property.slice(property.lastIndexOf(':') + 1)];
  if (own) return own(a, b);
  return isDeepStrictEqual(a, b) || datesAgree(a, b);
}

function datesAgree(a: unknown, b: unknown): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  const [one, other] = [parseReducedDate(a), parseReducedDate(b)];
  if (!one || !other) return false;
  return (one.from >= other.from && one.to <= other.to) || (other.from >= one.from && other.to <= one.to);
}
