import { startOfDay, influenceStart } from '../facts/influence.js';
import { firstWhere } from '../facts/facts-in-order.js';
import type { Row } from '../fold/row.js';
import { HistoryMissing, type HistoryWindow } from './history-window.js';

/** How many rows, given in order, no change from a date on can reach, ending in one that folding can go on from. */
export function unaffectedCount(rows: readonly Pick<Row, 'validFrom' | 'horizon'>[], date: number): number {
  let next = date;
  for (let count = firstWhere(rows, (row) => row.validFrom >= date); count > 0; count -= 1) {
    const row = rows[count - 1];
    if (!row) break;
    if (row.horizon <= next) return count;
    next = Math.min(next, row.validFrom);
  }
  return 0;
}

/**
 * How many rows of the tail come before a day at which folding can pause: all facts before it are over by then, and
 * those after it do not reach back. What comes before depends on nothing after it, and what comes after only on the
 * last row before it, and on what was last said of properties. It is the whole day of the next row: a fact that was
 * left out may begin on it before that row.
 *
 * @param from looks for one after so many rows
 * @param over the pause is at or after this date
 * @returns the number of all rows where there is no such date
 * @throws TailLacks where the tail ends too soon to tell
 */
export function nextResumePoint(tail: HistoryWindow, from: number, over: number): number {
  const { rows, complete } = tail;
  for (let count = from; count < rows.length; count += 1) {
    const next = rows[count];
    const before = rows[count - 1] ?? tail.base;
    if (next && next.validFrom >= over && (before?.horizon ?? -Infinity) <= next.validFrom && !reachedBack(tail, next))
      return count;
  }
  if (!complete) throw new HistoryMissing('rows');
  return rows.length;
}

/**
 * Whether a fact that begins on a row's day or later reaches back before it. The row's horizon counts those that do.
 */
function reachedBack(
  { facts }: HistoryWindow,
  { validFrom, horizon }: { validFrom: number; horizon: number },
): boolean {
  const day = startOfDay(validFrom);
  for (let place = facts.firstFrom(day); ; place += 1) {
    const fact = facts.at(place);
    if (!fact || fact.period.from >= horizon) return false;
    if (influenceStart(fact) < day) return true;
  }
}
