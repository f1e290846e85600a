import { startOfDay, influenceStart } from '../facts/influence.js';
import { firstWhere } from '../facts/facts-in-order.js';
import type { Row } from '../fold/row.js';
import type { HistoryWindow } from './history-window.js';

/**
 * How many rows, from the first on, no change at or after a date can affect. Folding can resume from the last of them.
 */
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
 * How many rows of a window come before its next resume point: a day by which the influence of all earlier facts has
 * ended, and before which no later fact has influence. Rows before it do not depend on facts after it. Rows after it
 * depend only on the last row before it and on the last values of properties. It is the start of the next row's day,
 * because an overruled fact may begin on that day before the row.
 *
 * @param from how many rows there are before it at least
 * @param over the resume point is at or after this date
 * @returns the number of all rows where there is no such day; `null` where the window ends too soon to know
 */
export function nextResumePoint(window: HistoryWindow, from: number, over: number): number | null {
  const { rows, base, complete } = window;
  for (let count = from; count < rows.length; count += 1) {
    const next = rows[count];
    const horizon = (rows[count - 1] ?? base)?.horizon ?? -Infinity;
    if (next && next.validFrom >= over && horizon <= next.validFrom && !isReachedFromAfter(window, next)) return count;
  }
  return complete ? rows.length : null;
}

/**
 * Whether the influence of a fact that begins on a row's day or later begins before that day. Only facts that begin
 * before the row's horizon can.
 */
function isReachedFromAfter(
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
