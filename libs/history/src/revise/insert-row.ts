import type { AnyView } from '#views/define-view.js';
import { firstWhere } from '../facts/facts-in-order.js';
import { startOfDay } from '../facts/influence.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import { isSameLists, type Lists } from '../fold/append-lists.js';
import { foldNext } from '../fold/fold-facts.js';
import { compareRows, headerOf, type Row } from '../fold/row.js';
import type { HistoryWindow } from './history-window.js';
import { replaceRows, type RowChanges } from './row-diff.js';
import { nextState, runFromOf, rowState, stateOf, textOfRest } from './row-state.js';
import { RowVersion } from './row-version.js';

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
  const folded = foldNext(view, before, fact);
  if (after) {
    // The rows after it would take over its claims and its uncertain order, and a row without a fact names the fact in
    // force.
    if (before.says.claims.length + before.says.uncertain.length > 0 || !after.fromFact) return null;
    const sameDay = [after, before].find(({ validFrom }) => startOfDay(validFrom) === startOfDay(at.validFrom));
    if (!sameDay) return null;
    folded.horizon = sameDay.horizon;
  } else if (facts.at(facts.size - 1) !== fact) return null;
  let state = rowState(view, folded.state, at.validFrom, stateOf(view, before));
  const first = RowVersion.create(folded, knownFrom, folded.says, state);
  const [inserted, closed, relisted] = [[first], [] as RowVersion[], new Map<RowVersion, Lists>()];
  const current = [first];
  let hasSameRest = false;
  for (let n = place; n < rows.length; n += 1) {
    const old = rows[n] as RowVersion;
    const draft = { fact: factOf(window, old) };
    const last = state;
    state = nextState(view, last, draft);
    const hadSameRest = hasSameRest;
    hasSameRest = textOfRest(state) === old.restText;
    const runFrom = hadSameRest && hasSameRest ? old.runFrom : runFromOf(view, last, state, draft);
    const storesSame = old.storesSame(state);
    const isInStep = storesSame && isSameLists(state.lists, old.lists);
    if (storesSame && runFrom === old.runFrom) {
      if (isInStep) break;
      relisted.set(old, state.lists);
      current.push(old);
      continue;
    }
    const row = RowVersion.create({ ...headerOf(old), runFrom }, knownFrom, old.says, state);
    inserted.push(row);
    closed.push(old);
    current.push(row);
    if (isInStep) break;
  }
  replaceRows(rows, place, place + current.length - 1, current);
  return { inserted, closed, relisted };
}

/** The fact that brought a row; `null`: none did. */
export function factOf({ facts }: HistoryWindow, { fromFact, validFrom, position }: Row): ResolvedFact | null {
  if (!fromFact) return null;
  const fact = facts.find({ period: { from: validFrom }, position });
  if (!fact) throw new Error('the fact of a row is not in its window');
  return fact;
}
