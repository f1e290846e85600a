import { canonicalJson } from '#catalogue/canonical-json.js';
import { formatDay, parseReducedDate } from '#catalogue/values/reduced-date.js';
import type { AnyView } from '#views/define-view.js';

/**
 * The parts of a value, at most five; `undefined` where the value does not give the part. Two values agree where no
 * part that both give differs: "2025-08" agrees with "2025-08-12", a country with a city in it.
 */
export type ValueParts = readonly (string | undefined)[];

/**
 * The parts of a known value of a property. A property `round:5:place` is split as `place` is, unless the view has an
 * entry for the whole name.
 */
export function partsOfValue(view: AnyView, property: string, value: unknown): ValueParts {
  const own = view.parts?.[property] ?? view.parts?.[property.slice(property.lastIndexOf(':') + 1)];
  if (own) return own(value);
  return (typeof value === 'string' && dateParts(value)) || [`${typeof value} ${canonicalJson(value)}`];
}

/** Kind, year, month, day and instant in UTC; `null` where the text is not a reduced date. */
function dateParts(text: string): ValueParts | null {
  const period = parseReducedDate(text);
  if (!period) return null;
  const day = period.precision === 'instant' ? formatDay(period.from) : text;
  const instant = period.precision === 'instant' ? String(period.from) : undefined;
  return ['date', day.slice(0, 4), day.slice(5, 7) || undefined, day.slice(8, 10) || undefined, instant];
}

/** Whether two values agree. */
export function partsAgree(a: ValueParts, b: ValueParts): boolean {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) if (a[i] !== b[i] && a[i] !== undefined && b[i] !== undefined) return false;
  return true;
}

/** A key that is equal exactly for values with equal parts. */
export const keyOfParts = (parts: ValueParts): string => parts.map((part) => part ?? '\u0001').join('\u0000');

/** One bit for each part that a value gives. */
export const maskOfParts = (parts: ValueParts): number =>
  parts.reduce((mask, part, i) => (part === undefined ? mask : mask | (1 << i)), 0);

/** A value prepared for comparison. */
interface ComparedValue {
  parts: ValueParts;
  /** `keyOfParts` and `maskOfParts`, computed once. */
  key: string;
  mask: number;
}

/**
 * Finds the first value that agrees with a given one, among values that were added in order, without comparing each.
 * Values that give the same parts agree only where they are equal, so most are found by their key.
 */
export class ValueIndex {
  private readonly byMask = new Map<number, MaskIndex>();
  private readonly found = new Map<string, number>();
  private count = 0;

  /** Adds a value. @returns its place: the number of values before it */
  add(value: ComparedValue): number {
    const same = this.byMask.get(value.mask) ?? new MaskIndex();
    this.byMask.set(value.mask, same);
    same.add(value, this.count);
    return this.count++;
  }

  /** Whether all values give exactly these parts: then only equal values agree. */
  hasOnly(mask: number): boolean {
    return this.byMask.size === 1 && this.byMask.has(mask);
  }

  /** The place of the first value that agrees; -1: none. */
  firstAgreeing(value: ComparedValue): number {
    if (this.byMask.size === 1) {
      const same = this.byMask.get(value.mask);
      if (same) return same.place(value.key);
    }
    const known = this.found.get(value.key);
    if (known !== undefined) return known;
    let first = Infinity;
    for (const [mask, values] of this.byMask) first = Math.min(first, values.first(value.parts, value.mask & mask));
    // A value that is added later gets a later place, so what was found stays the first.
    if (first !== Infinity) this.found.set(value.key, first);
    return first === Infinity ? -1 : first;
  }
}

/** Values that give the same parts, indexed by their keys and by subsets of those parts. */
class MaskIndex {
  private readonly values: { parts: ValueParts; place: number }[] = [];
  private readonly byKey = new Map<string, number>();
  private readonly bySubset = new Map<number, Map<string, number>>();

  add({ parts, key }: ComparedValue, place: number): void {
    this.values.push({ parts, place });
    addFirst(this.byKey, key, place);
    for (const [mask, first] of this.bySubset) addFirst(first, selectedParts(parts, mask), place);
  }

  place(key: string): number {
    return this.byKey.get(key) ?? -1;
  }

  first(parts: ValueParts, mask: number): number {
    let first = this.bySubset.get(mask);
    if (!first) {
      first = new Map();
      for (const one of this.values) addFirst(first, selectedParts(one.parts, mask), one.place);
      this.bySubset.set(mask, first);
    }
    return first.get(selectedParts(parts, mask)) ?? Infinity;
  }
}

function addFirst(first: Map<string, number>, key: string, place: number): void {
  if (!first.has(key)) first.set(key, place);
}

const selectedParts = (parts: ValueParts, mask: number): string =>
  parts.map((part, i) => (mask & (1 << i) ? part : '')).join('\u0000');
