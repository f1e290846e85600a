import type { AnyView } from '#views/define-view.js';
import { firstWhere } from '../facts/facts-in-order.js';
import { startOfDay } from '../facts/influence.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import { foldNext, stateAfter } from '../fold/fold-facts.js';
import { compareRows, type Row } from '../fold/row.js';
import { RowVersion } from './row-version.js';
import type { Revision } from './revision.js';
import type { HistoryWindow } from './history-window.js';

/**
 * Inserts the row of one fact that joins no dispute, puts nothing in doubt and changes no horizon. The rows after it
 * say what they said; their states are folded again until one is what it was. So the work is as much as changes,
 * however many rows there are.
 *
 * @param tail to the end of the history; the fact is among its facts already
 * @returns `null` where the rows beside it have to be told anew
 */
export function insertRow(
  view: AnyView,
  tail: HistoryWindow,
  fact: ResolvedFact,
  knownFrom: number,
): Pick<Revision, 'begun' | 'ended'> | null {
  const { rows, base, facts } = tail;
  const at = { validFrom: fact.period.from, position: fact.position };
  const place = firstWhere(rows, (row) => compareRows(row, at) > 0);
  const [before, after] = [rows[place - 1] ?? base, rows[place]];
  if (!before || before.says.disputed.length > 0) return null;
  const folded = foldNext(view, before, fact);
  if (after) {
    // What it lists of claims and of uncertain order would pass to the rows after it; and those that no fact brought
    // say by which they are in force.
    if (before.says.claims.length + before.says.uncertain.length > 0 || !after.fromFact) return null;
    const sameDay = [after, before].find(({ validFrom }) => startOfDay(validFrom) === startOfDay(at.validFrom));
    if (!sameDay) return null;
    folded.horizon = sameDay.horizon;
  } else if (facts.at(facts.size - 1) !== fact) return null;
  const first = RowVersion.folded(folded, knownFrom);
  const [begun, ended] = [[first], [] as RowVersion[]];
  for (let [n, { state }] = [place, first]; n < rows.length; n += 1) {
    const old = rows[n] as RowVersion;
    state = stateAfter(view, state, factOf(tail, old));
    const text = JSON.stringify(state);
    if (text === old.stateText) break;
    begun.push(RowVersion.told(old, knownFrom, old.says, { value: state, text }));
    ended.push(old);
  }
  rows.splice(place, ended.length, ...begun);
  return { begun, ended };
}

/** The fact that brought a row; `null`: none did. */
function factOf({ facts }: HistoryWindow, { fromFact, validFrom, position }: Row): ResolvedFact | null {
  if (!fromFact) return null;
  const fact = facts.find({ period: { from: validFrom }, position });
  if (!fact) throw new Error('a row was brought by a fact that its tail does not hold');
  return fact;
}
