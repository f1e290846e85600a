import type { Period } from '#catalogue/values/reduced-date.js';
import { firstWhere, insertInOrder } from '../facts/facts-in-order.js';
import { compareInFoldOrder } from '../facts/resolved-fact.js';
import type { Assertions } from './assertions.js';
import { type Candidate, standsFrom } from './candidates.js';

/** Adds to a list in fold order. */
export function addCandidate(list: Candidate[], one: Candidate): void {
  insertInOrder(list, one);
  openCandidates.get(list)?.add(one);
}

/** Removes the candidate of one account from a list in fold order. @returns the removed one, `null` if there is none */
export function removeCandidate(list: Candidate[], one: Candidate): Candidate | null {
  const account = one.accounts[0]?.account;
  for (let place = firstWhere(list, (other) => compareInFoldOrder(other, one) > 0) - 1; place >= 0; place -= 1) {
    const other = list[place] as Candidate;
    if (compareInFoldOrder(other, one) < 0) return null;
    if (other.isOverruled || other.accounts[0]?.account !== account) continue;
    list.splice(place, 1);
    openCandidates.delete(list);
    return other;
  }
  return null;
}

/** The open candidates of a list. Computed once per list, because many facts may share it. */
export function openCandidatesOf(list: readonly Candidate[]): OpenCandidates {
  const before = openCandidates.get(list);
  if (before) return before;
  const open = new OpenCandidates(list);
  openCandidates.set(list, open);
  return open;
}

const openCandidates = new WeakMap<readonly Candidate[], OpenCandidates>();

/** What open candidates assert, and at which dates. */
class OpenCandidates {
  /** What candidates of one period assert, without repetitions. */
  private readonly byPeriod = new Map<string, { period: Period; all: Assertions[] }>();
  readonly properties = new Set<string>();
  private readonly asserted = new Map<string, { assertions: Assertions; periods: Map<string, Period> }>();

  constructor(list: readonly Candidate[]) {
    for (const one of list) this.add(one);
  }

  add({ isOpen, period, assertions }: Candidate): void {
    if (!isOpen) return;
    const same = this.asserted.get(assertions.text) ?? { assertions, periods: new Map<string, Period>() };
    this.asserted.set(assertions.text, same);
    const key = `${period.from} ${period.to}`;
    if (same.periods.has(key)) return;
    same.periods.set(key, period);
    const others = this.byPeriod.get(key);
    if (others) others.all.push(assertions);
    else this.byPeriod.set(key, { period, all: [assertions] });
    for (const property of assertions.byProperty.keys()) this.properties.add(property);
  }

  /**
   * What open candidates assert, by date, for a property that only the winner sets. Of the dates of candidates with the
   * same assertions, three are enough: the first, the last, and the first after the winner's. What any other date would
   * put in doubt lies within what these do.
   */
  farthest(winner: Period): { date: number; all: Assertions[] }[] {
    const farthest = new Map<number, Assertions[]>();
    for (const { assertions, periods } of this.asserted.values()) {
      let [first, last, after] = [Infinity, -Infinity, Infinity];
      for (const period of periods.values()) {
        const date = standsFrom(winner, period);
        [first, last] = [Math.min(first, date), Math.max(last, date)];
        if (date > winner.from) after = Math.min(after, date);
      }
      for (const date of new Set([first, last, after])) {
        if (date === Infinity) continue;
        const others = farthest.get(date);
        if (others) others.push(assertions);
        else farthest.set(date, [assertions]);
      }
    }
    return [...farthest].map(([date, all]) => ({ date, all }));
  }

  /** What they assert, by the date from which it would hold in the winner's place. */
  standing(winner: Period): { date: number; all: Assertions[] }[] {
    return [...this.byPeriod.values()].map(({ period, all }) => ({ date: standsFrom(winner, period), all }));
  }
}
