import type { AnyView } from '#views/define-view.js';
import { firstWhere } from '../facts/facts-in-order.js';
import { startOfDay } from '../facts/influence.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import { draftNext } from '../fold/fold-facts.js';
import { compareRows, type Row } from '../fold/row.js';
import type { HistoryWindow } from './history-window.js';
import { replaceRows, type RowChanges, RowDiff } from './row-diff.js';
import type { RowVersion } from './row-version.js';

/**
 * Inserts the row of one fact that joins no dispute, puts nothing in doubt and changes no horizon. The rows after it
 * keep their content. Their states are folded again until one is as before, so the work does not depend on the number
 * of rows.
 *
 * @param window up to the end of the history, with the fact already among its facts
 * @returns `null` where other rows may change too: then nothing has changed
 */
export function insertRow(
  view: AnyView,
  window: HistoryWindow,
  fact: ResolvedFact,
  knownFrom: number,
): RowChanges | null {
  const { rows, base, facts } = window;
  const at = { validFrom: fact.period.from, position: fact.position };
  const place = firstWhere(rows, (row) => compareRows(row, at) > 0);
  const [before, after] = [rows[place - 1] ?? base, rows[place]];
  if (!before || before.says.disputed.length > 0) return null;
  const draft = draftNext(view, before, fact);
  if (after) {
    // The rows after it would take over its claims and its uncertain order, and a row without a fact names the fact in
    // force.
    if (before.says.claims.length + before.says.uncertain.length > 0 || !after.fromFact) return null;
    const sameDay = [after, before].find(({ validFrom }) => startOfDay(validFrom) === startOfDay(at.validFrom));
    if (!sameDay) return null;
    draft.horizon = sameDay.horizon;
  } else if (facts.at(facts.size - 1) !== fact) return null;
  const diff = new RowDiff({ view, knownFrom, start: before, touched: new Set([fact.position]) });
  diff.compare(rows, place, place, [draft]);
  let to = place;
  for (; to < rows.length && !diff.hasSameState; to += 1) {
    const row = rows[to] as RowVersion;
    diff.refold(row, factOf(window, row));
  }
  replaceRows(rows, place, to, diff.current);
  return diff;
}

/** The fact that brought a row; `null`: none did. */
export function factOf({ facts }: HistoryWindow, { fromFact, validFrom, position }: Row): ResolvedFact | null {
  if (!fromFact) return null;
  const fact = facts.find({ period: { from: validFrom }, position });
  if (!fact) throw new Error('the fact of a row is not in its window');
  return fact;
}
