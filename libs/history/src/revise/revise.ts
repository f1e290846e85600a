import type { AnyView } from '#views/define-view.js';
import { firstWhere } from '../facts/facts-in-order.js';
import { startOfDay, influenceSpan } from '../facts/influence.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import { draftRows, foldNext } from '../fold/fold-facts.js';
import type { DisputeRecord } from '../fold/row.js';
import { excessOf, MAX_FACTS_REFOLDED } from './budget.js';
import { addToKept, keep } from './add-to-kept.js';
import { RowDiff } from './row-diff.js';
import { nextResumePoint, unaffectedCount } from './resume-points.js';
import { canAppend } from './can-append.js';
import { RowVersion } from './row-version.js';
import { replaceRecords } from './record-versions.js';
import { givenUp, type Revision } from './revision.js';
import { HistoryMissing, factsOfChange, type SubjectChange, type HistoryWindow } from './history-window.js';

/**
 * Rows that are folded beyond what was touched before a first look whether anything still changes; each further look is
 * as many times as far on.
 */
const FIRST_LOOK = 2;
const FURTHER = 4;

/**
 * Applies one request's change to the end of a subject's history. The tail is changed in place, and is that after the
 * request when this returns; a throw of a view's fold leaves it in no defined state.
 *
 * Facts are folded on from the last row that no change can reach, until a row is as it was before and nothing after it
 * can differ. So the work is as much as changes, however long the history. Where all facts come after everything known,
 * that is one row.
 *
 * @param budget how many facts it may fold again, and how many rows begin. What it counts depends on the history alone,
 * not on how much of it is at hand.
 * @throws TailLacks where the tail is too short; the same change can be made once it has what it lacks
 */
export function revise(
  view: AnyView,
  tail: HistoryWindow,
  change: SubjectChange,
  budget = MAX_FACTS_REFOLDED,
): Revision {
  const added = addToKept(view, tail, change, budget);
  const [only] = change.come;
  if (!added && only && change.come.length === 1 && change.leave.length === 0 && canAppend(view, tail, only))
    return tellNext(view, tail, only, change.knownFrom);
  tail.alike = null;
  if (added) return added;
  for (const fact of change.leave) tail.facts.remove(fact);
  for (const fact of change.come) tail.facts.add(fact);
  return foldAnew(view, tail, factsOfChange(change), change.knownFrom, budget);
}

/** Tells a fact after the last row. */
function tellNext(view: AnyView, tail: HistoryWindow, fact: ResolvedFact, knownFrom: number): Revision {
  const begun = [RowVersion.folded(foldNext(view, tail.rows.at(-1) ?? tail.base, fact), knownFrom)];
  tail.facts.add(fact);
  tail.untouched = Math.min(tail.untouched, tail.rows.length);
  tail.rows.push(...begun);
  return { begun, ended: [], records: { begun: [], ended: [] }, excess: null };
}

function foldAnew(
  view: AnyView,
  tail: HistoryWindow,
  touched: readonly ResolvedFact[],
  knownFrom: number,
  budget: number,
): Revision {
  const { rows, facts } = tail;
  const { from: reach, to: over } = influenceSpan(touched);
  const kept = unaffectedCount(rows, reach);
  const start = rows[kept - 1] ?? tail.base;
  const comparison = new RowDiff({ view, knownFrom, start, touched: new Set(touched.map(({ position }) => position)) });
  const after = firstWhere(rows, (row) => row.validFrom >= over);
  const records = new Map<string, DisputeRecord>();
  let until: number | undefined;
  const first = facts.firstFrom(start?.horizon ?? -Infinity);
  let [folded, place] = [kept, first];
  for (let look = FIRST_LOOK; ; look *= FURTHER) {
    const pause = nextResumePoint(tail, Math.min(Math.max(folded, after) + look, rows.length), over);
    until = rows[pause]?.validFrom;
    const next = until === undefined ? facts.size : facts.firstFrom(startOfDay(until));
    const tooMany = excessOf({ folded: next - first }, budget);
    if (tooMany !== null) return givenUp(tooMany);
    const isFirst = look === FIRST_LOOK;
    const [anew, part] = [isFirst ? [] : comparison.standing, facts.between(place, next)];
    const before = (property: string): unknown => valueBefore(tail, kept, anew, property);
    const drafts = draftRows(view, anew.at(-1) ?? start, part, before);
    const tooOften = isFirst ? excessOf({ compared: drafts.analysis.comparisonsOf(touched) }, budget) : null;
    if (tooOften !== null) return givenUp(tooOften);
    if (isFirst)
      keep(tail, { analysis: drafts.analysis, start, until: until === undefined ? Infinity : startOfDay(until) }, part);
    for (const record of drafts.records.values()) records.set(record.key, record);
    comparison.compare(rows, folded, pause, drafts.rows);
    const tooLong = excessOf({ begun: comparison.begun.length }, budget);
    if (tooLong !== null) return givenUp(tooLong);
    [folded, place] = [pause, next];
    const standing = comparison.standing.at(-1) ?? start;
    const stood = rows[pause - 1] ?? tail.base;
    if (pause === rows.length || (standing === stood && comparison.settled)) break;
  }
  for (const row of comparison.ended) row.knownTo = knownFrom;
  const rest = rows.splice(kept).slice(folded - kept);
  for (const row of comparison.standing) rows.push(row);
  for (const row of rest) rows.push(row);
  tail.untouched = Math.min(tail.untouched, kept);
  const days = { from: start?.horizon ?? -Infinity, to: until === undefined ? Infinity : startOfDay(until) };
  const changed = replaceRecords(tail.records, days, records, knownFrom);
  return { begun: comparison.begun, ended: comparison.ended, records: changed, excess: null };
}

/** What the rows folded anew, the first `kept` of a tail, and what came before it, say of a property. */
function valueBefore(tail: HistoryWindow, kept: number, anew: readonly RowVersion[], property: string): unknown {
  for (let i = anew.length - 1; i >= 0; i -= 1) {
    const says = anew[i]?.saysOf(property);
    if (says) return says.value;
  }
  for (let i = kept - 1; i >= 0; i -= 1) {
    const says = tail.rows[i]?.saysOf(property);
    if (says) return says.value;
  }
  if (tail.base && !tail.before.has(property)) throw new HistoryMissing({ property });
  return tail.before.get(property);
}
