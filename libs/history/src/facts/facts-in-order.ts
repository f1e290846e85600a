import { compareInFoldOrder, type FoldPlace, type ResolvedFact } from './resolved-fact.js';

/**
 * Facts of a subject in the order in which they are folded. To come to a place among many, or to leave it, is cheap.
 */
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

  /** Those from one place up to another, exclusive. */
  between(from: number, to: number): ResolvedFact[] {
    return this.list.slice(from, to);
  }

  /** Once, however often: a fact is known by its date and position. */
  add(fact: ResolvedFact): void {
    const place = this.firstWhere((other) => compareInFoldOrder(other, fact) >= 0);
    this.list.splice(place, this.isAt(place, fact) ? 1 : 0, fact);
  }

  /** Takes out a fact as it was told, if it is there. */
  remove(fact: ResolvedFact): void {
    const place = this.firstWhere((other) => compareInFoldOrder(other, fact) >= 0);
    if (this.isAt(place, fact)) this.list.splice(place, 1);
  }

  /** Takes out those that begin before a date, and answers them. */
  removeBefore(date: number): ResolvedFact[] {
    return this.list.splice(0, this.firstFrom(date));
  }

  /** The latest that begin by a date, at most so many. */
  latestBy(date: number, count: number): ResolvedFact[] {
    const end = this.firstWhere((fact) => fact.period.from > date);
    return this.between(Math.max(0, end - count), end);
  }

  /** The one at a place in the order. */
  find(at: FoldPlace): ResolvedFact | undefined {
    const place = this.firstWhere((other) => compareInFoldOrder(other, at) >= 0);
    const fact = this.list[place];
    return fact && compareInFoldOrder(fact, at) === 0 ? fact : undefined;
  }

  /** The place of the first that begins at or after a date. */
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

/** Adds to a list in fold order, after those of the same place. */
export function insertInOrder<T extends FoldPlace>(list: T[], one: T): void {
  insertBy(list, one, (other) => other);
}

/** The same for a list of what stands at places. */
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
 * The place of the first of a list for which something holds that from there on holds for all; the list's length where
 * there is none.
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
