import type { AnyView } from '#views/define-view.js';
import { firstWhere } from '../facts/facts-in-order.js';
import { influenceSpan, startOfDay } from '../facts/influence.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import { MISSING } from '../fold/doubts.js';
import { draftNext, draftRows } from '../fold/fold-facts.js';
import type { DisputeRecord } from '../fold/row.js';
import { excessOf, MAX_FACTS_REFOLDED } from './budget.js';
import { canAppend } from './can-append.js';
import { extendAnalysis, isWorthKeeping } from './extend-analysis.js';
import { type CachedAnalysis, factsOfChange, type HistoryWindow, type SubjectChange } from './history-window.js';
import { noRecordChanges, type RecordChanges, replaceRecords } from './record-versions.js';
import { nextResumePoint, unaffectedCount } from './resume-points.js';
import { applyRowChanges, excessOfRows, replaceRows, RowDiff } from './row-diff.js';
import { nextState, stateOf } from './row-state.js';
import { RowVersion } from './row-version.js';

/** How one change changes a subject's rows. Closed rows have their `knownTo` set. */
export interface Revision {
  inserted: RowVersion[];
  closed: RowVersion[];
  records: RecordChanges;
}

/** What a window lacks for a change: later rows, or the values of properties before it. */
export type MissingPart = 'rows' | { properties: string[] };

/** The result of a change to a history window. */
export type RevisionResult =
  | ({ kind: 'revised' } & Revision)
  /** No row has changed. The same change can be made once the part has been read. */
  | { kind: 'missing'; what: MissingPart }
  /**
   * The change is too much work. The window is in an undefined state, but no row that was there before has been closed.
   */
  | { kind: 'excess'; reason: string };

/**
 * How many rows are folded beyond the touched dates before the first check whether anything still changes. Each further
 * part is so many times as long.
 */
const FIRST_PART = 2;
const FURTHER = 4;

/**
 * Applies one request's change to a window of a subject's history. The window is changed in place.
 *
 * Folding resumes from the last row that the change cannot affect, and ends where a row is as before and nothing after
 * it can differ. So the work depends on how much changes, not on the length of the history. Where all facts come after
 * everything known, it is one row.
 *
 * @param budget how many facts may be folded again, and how many rows inserted. The count depends only on the history,
 * not on how much of it is in the window.
 * @throws what the view's own code throws: then the window is in an undefined state
 */
export function revise(
  view: AnyView,
  window: HistoryWindow,
  change: SubjectChange,
  budget = MAX_FACTS_REFOLDED,
): RevisionResult {
  const extended = extendAnalysis(view, window, change, budget);
  const [only] = change.added;
  if (!extended && only && change.added.length === 1 && change.removed.length === 0 && canAppend(view, window, only))
    return appendRow(view, window, only, change.knownFrom);
  window.lastDate = null;
  return extended ?? foldAgain(view, window, change, budget);
}

/** Appends the row of a fact. */
function appendRow(view: AnyView, window: HistoryWindow, fact: ResolvedFact, knownFrom: number): RevisionResult {
  const last = window.rows.at(-1) ?? window.base;
  const draft = draftNext(view, last, fact);
  const before = stateOf(view, last);
  const row = RowVersion.drafted(view, draft, before, nextState(view, before, draft), knownFrom);
  window.facts.add(fact);
  window.untouched = Math.min(window.untouched, window.rows.length);
  window.rows.push(row);
  return { kind: 'revised', inserted: [row], closed: [], records: noRecordChanges() };
}

function foldAgain(view: AnyView, window: HistoryWindow, change: SubjectChange, budget: number): RevisionResult {
  const { rows, facts } = window;
  const { knownFrom } = change;
  const touched = factsOfChange(change);
  for (const fact of change.removed) facts.remove(fact);
  for (const fact of change.added) facts.add(fact);
  const { from: reach, to: over } = influenceSpan(touched);
  const unaffected = unaffectedCount(rows, reach);
  const start = rows[unaffected - 1] ?? window.base;
  const diff = new RowDiff({ view, knownFrom, start, touched: new Set(touched.map(({ position }) => position)) });
  const after = firstWhere(rows, (row) => row.validFrom >= over);
  const records = new Map<string, DisputeRecord>();
  let cached: CachedAnalysis | null = null;
  let until: number;
  const first = facts.firstFrom(start?.horizon ?? -Infinity);
  let [folded, place] = [unaffected, first];
  for (let length = FIRST_PART; ; length *= FURTHER) {
    const end = nextResumePoint(window, Math.min(Math.max(folded, after) + length, rows.length), over);
    if (end === null) return { kind: 'missing', what: 'rows' };
    const endRow = rows[end];
    until = endRow ? startOfDay(endRow.validFrom) : Infinity;
    const next = facts.firstFrom(until);
    const tooMany = excessOf({ folded: next - first }, budget);
    if (tooMany !== null) return { kind: 'excess', reason: tooMany };
    const isFirst = length === FIRST_PART;
    const [refolded, part] = [isFirst ? [] : diff.current, facts.between(place, next)];
    const before = (property: string): unknown => valueBefore(window, unaffected, refolded, property);
    const drafts = draftRows(view, refolded.at(-1) ?? start, part, before);
    const { analysis } = drafts;
    if (analysis.missing.size > 0) return { kind: 'missing', what: { properties: [...analysis.missing] } };
    const tooOften = isFirst ? excessOf({ compared: analysis.comparisonsOf(touched) }, budget) : null;
    if (tooOften !== null) return { kind: 'excess', reason: tooOften };
    if (isFirst && isWorthKeeping(part)) cached = { analysis, start, until };
    for (const record of drafts.records.values()) records.set(record.key, record);
    diff.compare(rows, folded, end, drafts.rows);
    const tooLong = excessOfRows(diff, budget);
    if (tooLong !== null) return { kind: 'excess', reason: tooLong };
    [folded, place] = [end, next];
    const [current, previous] = [diff.current.at(-1) ?? start, rows[end - 1] ?? window.base];
    if (end === rows.length || (current === previous && diff.isInStep)) break;
  }
  applyRowChanges(diff, knownFrom);
  replaceRows(rows, unaffected, folded, diff.current);
  window.untouched = Math.min(window.untouched, unaffected);
  window.analysis = cached;
  const days = { from: start?.horizon ?? -Infinity, to: until };
  const changed = replaceRecords(window.records, days, records, knownFrom);
  return { kind: 'revised', inserted: diff.inserted, closed: diff.closed, records: changed };
}

/** The value of a property by the refolded rows, the unaffected rows and what comes before the window; `MISSING`. */
function valueBefore(
  { base, before, isBeforeComplete, rows }: HistoryWindow,
  unaffected: number,
  refolded: readonly RowVersion[],
  property: string,
): unknown {
  for (let i = refolded.length - 1; i >= 0; i -= 1) {
    const asserted = refolded[i]?.assertedValue(property);
    if (asserted) return asserted.value;
  }
  for (let i = unaffected - 1; i >= 0; i -= 1) {
    const asserted = rows[i]?.assertedValue(property);
    if (asserted) return asserted.value;
  }
  return base && !isBeforeComplete && !before.has(property) ? MISSING : before.get(property);
}
