import type { Precision } from '#catalogue/values/reduced-date.js';
import { differ, isOrderKnown, namedDate, publisherOf } from './assertions.js';
import type { Setter } from './property-setters.js';

/**
 * Finds the setters of a property whose order is uncertain: a setter with another value overlaps, and the two dates
 * differ in precision, or are the same while type and publisher differ. Uncertain order changes no state, it is only
 * shown.
 *
 * Overlapping setters are not compared pair by pair. For each setter, one that ends late enough is searched among those
 * of every other precision that begin before its end.
 *
 * @param setters in fold order
 * @returns the positions of those facts
 */
export function uncertainOrder(setters: readonly Setter[]): Set<number> {
  const uncertain = new Set<number>();
  for (const run of overlapping(setters)) {
    if (run.some((one) => one.assertion.key !== run[0]?.assertion.key)) addUncertain(run, uncertain);
  }
  return uncertain;
}

/** Runs of several setters in which each overlaps an earlier one, or begins on the same date. */
function overlapping(setters: readonly Setter[]): Setter[][] {
  const runs: Setter[][] = [];
  let [begin, end, last] = [0, -Infinity, -Infinity];
  for (let n = 0; n <= setters.length; n += 1) {
    const period = setters[n]?.fact.period;
    if (!period || (period.from >= end && period.from !== last)) {
      if (n - begin > 1) runs.push(setters.slice(begin, n));
      begin = n;
    }
    if (period) [end, last] = [Math.max(end, period.to), period.from];
  }
  return runs;
}

/** Adds the setters of uncertain order among some that may overlap. */
function addUncertain(setters: readonly Setter[], uncertain: Set<number>): void {
  const byPrecision = new Map<Precision, LatestEnds>();
  const isMixed = setters.some(({ fact }) => fact.period.precision !== setters[0]?.fact.period.precision);
  for (const one of isMixed ? setters : []) {
    const { precision } = one.fact.period;
    const ends = byPrecision.get(precision) ?? new LatestEnds();
    byPrecision.set(precision, ends);
    ends.add(one);
  }
  for (const one of isMixed ? setters : []) {
    for (const [precision, ends] of byPrecision) {
      if (precision !== one.fact.period.precision && ends.hasOverlapping(one)) uncertain.add(one.fact.position);
    }
  }
  const [first] = setters;
  if (!first || setters.every(({ fact }) => fact.type === first.fact.type)) return;
  if (setters.every(({ fact }) => publisherOf(fact) === publisherOf(first.fact))) return;
  for (const group of sameDates(setters)) addUncertainOfDate(group, uncertain);
}

/**
 * For the setters of one precision, in the order in which they begin: for each value, which of them ends last so far.
 */
class LatestEnds {
  private readonly begins: number[] = [];
  /** After each setter: the setters that end last so far, latest first, one for each value, at most `KEPT`. */
  private readonly latest: (readonly Setter[])[] = [];
  private readonly all: Setter[] = [];

  /** Adds the next setter in fold order. */
  add(one: Setter): void {
    const before = this.latest.at(-1) ?? [];
    const same = before.find(({ assertion }) => assertion.key === one.assertion.key);
    const isLatest = !same || same.fact.period.to < one.fact.period.to;
    const others = isLatest
      ? [...before.filter((other) => other !== same), one].sort((a, b) => b.fact.period.to - a.fact.period.to)
      : before;
    this.begins.push(one.fact.period.from);
    this.all.push(one);
    this.latest.push(others.length > KEPT ? others.slice(0, KEPT) : others);
  }

  /** Whether a setter with another value overlaps. */
  hasOverlapping({ fact: { period }, assertion }: Setter): boolean {
    let [low, high] = [0, this.begins.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.begins[middle] as number) < period.to) low = middle + 1;
      else high = middle;
    }
    const latest = this.latest[low - 1] ?? [];
    for (const one of latest) {
      if (one.fact.period.to <= period.from) return false;
      if (differ(one.assertion, assertion)) return true;
    }
    if (latest.length < KEPT) return false;
    // All values kept agree with this one. One that does not agree may end before them.
    for (let i = low - 1; i >= 0; i -= 1) {
      const one = this.all[i] as Setter;
      if (one.fact.period.to > period.from && differ(one.assertion, assertion)) return true;
    }
    return false;
  }
}

/**
 * For how many values the latest end is kept. A value differs from all but one of them, except where values agree
 * because one date contains the other.
 */
const KEPT = 4;

/** Groups of setters with the same precision, start and named date, where they are of several types. */
function sameDates(setters: readonly Setter[]): Setter[][] {
  const groups = new Map<string, Setter[]>();
  for (const one of setters) {
    const { period, occurredAt } = one.fact;
    const key = `${period.precision} ${period.from} ${namedDate(occurredAt, period)}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].filter((group) => group.some((one) => one.fact.type !== group[0]?.fact.type));
}

/**
 * Adds the setters of one date that differ from a setter of another type and another publisher. Setters of the same
 * type, publisher and value are compared once.
 */
function addUncertainOfDate(group: readonly Setter[], uncertain: Set<number>): void {
  const kinds = new Map<string, Setter[]>();
  for (const one of group) {
    const key = `${one.fact.type}\u0000${publisherOf(one.fact) ?? '\u0001'}\u0000${one.assertion.key}`;
    const kind = kinds.get(key);
    if (kind) kind.push(one);
    else kinds.set(key, [one]);
  }
  const byType = new Map<string, Setter[]>();
  for (const kind of kinds.values()) {
    const first = kind[0] as Setter;
    const ofType = byType.get(first.fact.type);
    if (ofType) ofType.push(first);
    else byType.set(first.fact.type, [first]);
  }
  for (const kind of kinds.values()) {
    const one = kind[0] as Setter;
    for (const [type, others] of byType) {
      if (type === one.fact.type) continue;
      if (others.some((other) => !isOrderKnown(one.fact, other.fact) && differ(one.assertion, other.assertion))) {
        for (const { fact } of kind) uncertain.add(fact.position);
        break;
      }
    }
  }
}
