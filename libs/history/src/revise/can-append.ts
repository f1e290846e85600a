import type { AnyView } from '#views/define-view.js';
import { influenceEnd, startOfDay } from '../facts/influence.js';
import { compareInFoldOrder, type ResolvedFact } from '../facts/resolved-fact.js';
import {
  assertionsOf,
  contradictions,
  differInOrder,
  groupOf,
  isOrderKnown,
  isOwnProperty,
  namedDate,
  publisherOf,
} from '../fold/assertions.js';
import type { HistoryWindow } from './history-window.js';
import { unaffectedCount } from './resume-points.js';

/** What the facts of the date assert about a property. */
interface Asserted {
  /** `null`: one publisher asserted several values. */
  key: string | null;
  /** `undefined`: several publishers asserted the value. */
  publisher: string | null | undefined;
}

/**
 * Facts of one account each and of one named date, none in conflict with another. Whether one more fact conflicts with
 * them takes a time that does not depend on how many they are.
 */
export class UndisputedDate {
  private readonly date: string;
  private readonly from: number;
  private readonly precision: string;
  private readonly end: number;
  private readonly asserted = new Map<string, Asserted>();

  constructor(
    private readonly view: AnyView,
    first: ResolvedFact,
  ) {
    this.date = namedDate(first.occurredAt, first.period);
    this.from = first.period.from;
    this.precision = first.period.precision;
    this.end = influenceEnd(first);
    this.add(first);
  }

  /**
   * Adds a fact of one account. A claim conflicts with nothing. Two facts of one publisher are in the order in which
   * they were recorded. Facts of two publishers may conflict where they assert different values of one property.
   *
   * @returns whether the fact was added: `false` if it has another date or may conflict. Then the object must not be
   * used again.
   */
  add(fact: ResolvedFact): boolean {
    if (!this.isOfDate(fact)) return false;
    if (fact.claim) return true;
    const publisher = publisherOf(fact);
    for (const [property, { key }] of assertionsOf(this.view, fact).byProperty) {
      if (isOwnProperty(property)) continue;
      const before = this.asserted.get(property);
      if (!before) this.asserted.set(property, { key, publisher });
      else if (before.key === key) {
        if (before.publisher !== publisher) before.publisher = undefined;
      } else if (before.publisher === publisher) before.key = null;
      else return false;
    }
    return true;
  }

  private isOfDate(fact: ResolvedFact): boolean {
    const { period, occurredAt } = fact;
    return (
      period.precision === this.precision &&
      (period.from === this.from || period.precision === 'instant') &&
      influenceEnd(fact) === this.end &&
      namedDate(occurredAt, period) === this.date
    );
  }
}

/**
 * Whether the row of a fact can be appended to a window without folding again, although the fact begins before the last
 * row's horizon. This serves many facts of one day, each recorded after the one before. It holds if the fact is the
 * last in fold order, its influence ends by the day's horizon, and no fact that it overlaps is in dispute or sets its
 * properties to other values.
 */
export function canAppend(view: AnyView, window: HistoryWindow, fact: ResolvedFact): boolean {
  const last = window.rows.at(-1);
  if (!window.complete || !last || fact.accounts.length > 1 || last.says.disputed.length > 0) return false;
  if (last.validFrom > fact.period.from || (last.validFrom === fact.period.from && last.position > fact.position))
    return false;
  if (startOfDay(last.validFrom) === startOfDay(fact.period.from) && influenceEnd(fact) > last.horizon) return false;
  if (window.lastDate?.add(fact)) return true;
  window.lastDate = null;
  // Made only once another fact overlaps: mostly none does, and comparing values takes time.
  let lastDate: UndisputedDate | null = null;
  let isOneDate = true;
  const overBefore = window.rows[unaffectedCount(window.rows, fact.period.from) - 1] ?? window.base;
  const from = overBefore?.horizon ?? -Infinity;
  // A further value of a publisher may turn disputed facts into steps.
  for (const { day } of window.records.values()) if (day >= from) return false;
  for (let place = window.facts.firstFrom(from); ; place += 1) {
    const other = window.facts.at(place);
    if (!other) break;
    if (influenceEnd(other) <= fact.period.from) continue;
    if (other.accounts.length > 1 || compareInFoldOrder(other, fact) > 0) return false;
    if (!fact.claim && !other.claim && conflictsWith(view, other, fact)) return false;
    isOneDate &&= (lastDate ??= new UndisputedDate(view, fact)).add(other);
  }
  if (isOneDate) window.lastDate = lastDate;
  return true;
}

/** Whether two facts that may overlap are in dispute, or their order is uncertain. */
function conflictsWith(view: AnyView, earlier: ResolvedFact, later: ResolvedFact): boolean {
  const mayDispute = publisherOf(earlier) !== publisherOf(later) && groupOf(earlier) === groupOf(later);
  const mayBeSwapped = earlier.period.to > later.period.from && !isOrderKnown(earlier, later);
  if (!mayDispute && !mayBeSwapped) return false;
  const [one, other] = [assertionsOf(view, earlier), assertionsOf(view, later)];
  // A value that is not known disputes no other, but differs from it in the order.
  return (mayDispute && contradictions(one, other).length > 0) || (mayBeSwapped && differInOrder(one, other));
}
