import { compareInFoldOrder, type FoldPlace, type ResolvedFact } from './resolved-fact.js';

/** The facts of a subject in fold order. Adding or removing one of many facts is cheap. */
export class FactsInOrder implements Iterable<ResolvedFact> {
  private list: ResolvedFact[];

  constructor(facts: Iterable<ResolvedFact> = []) {
    this.list = [...facts].sort(compareInFoldOrder);
  }

  get size(): number {
    return this.list.length;
  }

  [Symbol.iterator](): Iterator<ResolvedFact> {
    return this.list[Symbol.iterator]();
  }

  at(place: number): ResolvedFact | undefined {
    return this.list[place];
  }

  /** The facts from one place up to another, exclusive. */
  between(from: number, to: number): ResolvedFact[] {
    return this.list.slice(from, to);
  }

  /** Replaces the fact with the same date and position, if there is one. */
  add(fact: ResolvedFact): void {
    const place = this.firstWhere((other) => compareInFoldOrder(other, fact) >= 0);
    this.list.splice(place, this.isAt(place, fact) ? 1 : 0, fact);
  }

  /** Removes the fact with the same date and position, if there is one. */
  remove(fact: ResolvedFact): void {
    const place = this.firstWhere((other) => compareInFoldOrder(other, fact) >= 0);
    if (this.isAt(place, fact)) this.list.splice(place, 1);
  }

  /** Removes the facts that begin before a date, and returns them. */
  removeBefore(date: number): ResolvedFact[] {
    return this.list.splice(0, this.firstFrom(date));
  }

  /** The latest facts that begin at or before a date, at most `count`. */
  latestBy(date: number, count: number): ResolvedFact[] {
    const end = this.firstWhere((fact) => fact.period.from > date);
    return this.between(Math.max(0, end - count), end);
  }

  /** The fact with this date and position. */
  find(at: FoldPlace): ResolvedFact | undefined {
    const place = this.firstWhere((other) => compareInFoldOrder(other, at) >= 0);
    const fact = this.list[place];
    return fact && compareInFoldOrder(fact, at) === 0 ? fact : undefined;
  }

  /** The place of the first fact that begins at or after a date. */
  firstFrom(date: number): number {
    return this.firstWhere((fact) => fact.period.from >= date);
  }

  private isAt(place: number, fact: ResolvedFact): boolean {
    const other = this.list[place];
    return other !== undefined && compareInFoldOrder(other, fact) === 0;
  }

  private firstWhere(holds: (fact: ResolvedFact) => boolean): number {
    return firstWhere(this.list, holds);
  }
}

/** Adds to a list in fold order, after the elements of the same date and position. */
export function insertInOrder<T extends FoldPlace>(list: T[], one: T): void {
  insertBy(list, one, (other) => other);
}

/** As `insertInOrder`, for elements whose place `placeOf` gives. */
export function insertBy<T>(list: T[], one: T, placeOf: (one: T) => FoldPlace): void {
  const last = list.at(-1);
  const place = placeOf(one);
  if (!last || compareInFoldOrder(placeOf(last), place) <= 0) list.push(one);
  else
    list.splice(
      firstWhere(list, (other) => compareInFoldOrder(placeOf(other), place) > 0),
      0,
      one,
    );
}

/**
 * Binary search: the place of the first element for which `holds` is true, or the list's length where there is none.
 *
 * @param holds must be true for all elements after the first for which it is true
 */
export function firstWhere<T>(list: readonly T[], holds: (one: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
