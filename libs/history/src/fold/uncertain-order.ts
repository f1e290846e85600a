import type { Precision } from '#catalogue/values/reduced-date.js';
import { differ, isOrderKnown, namedDate, publisherOf } from './assertions.js';
import type { Setter } from './doubts.js';

/**
 * Which of a property's setters came in an order that is not known: another one with another value overlaps it, and the
 * two are of a different precision, or of the same date but of another type and another publisher. Nothing is left out
 * for it; it only shows.
 *
 * Setters that overlap are not compared pair by pair: for each, one that ends late enough is looked for among those of
 * every other precision that begin before its end.
 *
 * @param setters in fold order
 * @returns positions of those facts
 */
export function uncertainOrder(setters: readonly Setter[]): Set<number> {
  const uncertain = new Set<number>();
  for (const those of overlapping(setters)) {
    if (those.some((one) => one.said.key !== those[0]?.said.key)) uncertainAmong(those, uncertain);
  }
  return uncertain;
}

/** Runs of setters of which each overlaps one before it, or begins with it. @returns those of several setters */
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

/** Adds those whose order is not known, among some that may overlap. */
function uncertainAmong(setters: readonly Setter[], uncertain: Set<number>): void {
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
  for (const group of sameDates(setters)) uncertainOfDate(group, uncertain);
}

/** Setters of one precision, by the order in which they begin: which of those so far end last, of each value. */
class LatestEnds {
  private readonly begins: number[] = [];
  /** After each setter: the latest ends so far, the last first, one for each value, at most `KEPT`. */
  private readonly latest: (readonly Setter[])[] = [];
  private readonly all: Setter[] = [];

  /** In fold order. */
  add(one: Setter): void {
    const before = this.latest.at(-1) ?? [];
    const same = before.find(({ said }) => said.key === one.said.key);
    const isLatest = !same || same.fact.period.to < one.fact.period.to;
    const others = isLatest
      ? [...before.filter((other) => other !== same), one].sort((a, b) => b.fact.period.to - a.fact.period.to)
      : before;
    this.begins.push(one.fact.period.from);
    this.all.push(one);
    this.latest.push(others.length > KEPT ? others.slice(0, KEPT) : others);
  }

  /** Whether one of another value overlaps. */
  hasOverlapping({ fact: { period }, said }: Setter): boolean {
    let [low, high] = [0, this.begins.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.begins[middle] as number) < period.to) low = middle + 1;
      else high = middle;
    }
    const latest = this.latest[low - 1] ?? [];
    for (const one of latest) {
      if (one.fact.period.to <= period.from) return false;
      if (differ(one.said, said)) return true;
    }
    if (latest.length < KEPT) return false;
    // Several values that end late agree with this one: one that does not may end before them.
    for (let i = low - 1; i >= 0; i -= 1) {
      const one = this.all[i] as Setter;
      if (one.fact.period.to > period.from && differ(one.said, said)) return true;
    }
    return false;
  }
}

/**
 * Of as many values the latest end is kept: a value can differ from all but one of them, unless dates agree that
 * contain others.
 */
const KEPT = 4;

/** Setters of one precision, begin and named date, where there are several. */
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
 * Adds those of one date that differ from one of another type and another publisher. Each of a kind is compared once.
 */
function uncertainOfDate(group: readonly Setter[], uncertain: Set<number>): void {
  const kinds = new Map<string, Setter[]>();
  for (const one of group) {
    const key = `${one.fact.type}\u0000${publisherOf(one.fact) ?? '\u0001'}\u0000${one.said.key}`;
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
      if (others.some((other) => !isOrderKnown(one.fact, other.fact) && differ(one.said, other.said))) {
        for (const { fact } of kind) uncertain.add(fact.position);
        break;
      }
    }
  }
}
