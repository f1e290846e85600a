import type { AnyView } from '#views/define-view.js';
import { startOfDay, influenceEnd } from '../facts/influence.js';
import { compareInFoldOrder, type ResolvedFact } from '../facts/resolved-fact.js';
import { assertionsOf, contradictions, differInOrder, groupOf, isOrderKnown, publisherOf } from '../fold/assertions.js';
import { unaffectedCount } from './resume-points.js';
import type { Alike, HistoryWindow } from './history-window.js';

/**
 * Whether a fact can be told after the last row of a tail without a look back, although it begins before that row's
 * horizon: many facts of one day, each later than the one before. It comes last in the order, reaches no further than
 * the day's horizon, and nothing that it overlaps is in dispute or says anything else of its properties.
 */
export function canAppend(view: AnyView, tail: HistoryWindow, fact: ResolvedFact): boolean {
  const last = tail.rows.at(-1);
  if (!tail.complete || !last || fact.accounts.length > 1 || last.says.disputed.length > 0) return false;
  if (last.validFrom > fact.period.from || (last.validFrom === fact.period.from && last.position > fact.position))
    return false;
  if (startOfDay(last.validFrom) === startOfDay(fact.period.from) && influenceEnd(fact) > last.horizon) return false;
  if (tail.alike && areAlike(tail.alike, fact)) return true;
  tail.alike = null;
  const alike = { group: groupOf(fact), publisher: publisherOf(fact), period: fact.period, end: influenceEnd(fact) };
  let isAlike = !fact.claim;
  const overBefore = tail.rows[unaffectedCount(tail.rows, fact.period.from) - 1] ?? tail.base;
  const from = overBefore?.horizon ?? -Infinity;
  // What somebody tells beside facts in a dispute may make steps of them.
  for (const { day } of tail.records.values()) if (day >= from) return false;
  for (let place = tail.facts.firstFrom(from); ; place += 1) {
    const other = tail.facts.at(place);
    if (!other) break;
    if (influenceEnd(other) <= fact.period.from) continue;
    if (other.accounts.length > 1 || compareInFoldOrder(other, fact) > 0) return false;
    if (!fact.claim && !other.claim && conflictsWith(view, other, fact)) return false;
    isAlike &&= !other.claim && areAlike(alike, other);
  }
  if (isAlike) tail.alike = alike;
  return true;
}

function areAlike({ group, publisher, period, end }: Alike, fact: ResolvedFact): boolean {
  return (
    !fact.claim &&
    fact.period.from === period.from &&
    fact.period.precision === period.precision &&
    influenceEnd(fact) === end &&
    publisherOf(fact) === publisher &&
    groupOf(fact) === group
  );
}

/** Whether two facts that may overlap are in a dispute, or came in an order that is not known. */
function conflictsWith(view: AnyView, earlier: ResolvedFact, later: ResolvedFact): boolean {
  const isDispute = publisherOf(earlier) !== publisherOf(later) && groupOf(earlier) === groupOf(later);
  if (!isDispute && (earlier.period.to <= later.period.from || isOrderKnown(earlier, later))) return false;
  const [one, other] = [assertionsOf(view, earlier), assertionsOf(view, later)];
  return isDispute ? contradictions(one, other).length > 0 : differInOrder(one, other);
}
