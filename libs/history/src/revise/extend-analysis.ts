import type { AnyView } from '#views/define-view.js';
import { firstWhere, type FactsInOrder } from '../facts/facts-in-order.js';
import { startOfDay, influenceSpan, influenceOf } from '../facts/influence.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import { rowsOf, rowsOfLast } from '../fold/fold-facts.js';
import type { FoundDisputes } from '../fold/found-disputes.js';
import type { AddedFact, HistoryAnalysis } from '../fold/history-analysis.js';
import { compareRows, type Row } from '../fold/row.js';
import { excessOf } from './budget.js';
import { factsOfChange, type CachedAnalysis, type HistoryWindow, type SubjectChange } from './history-window.js';
import { insertRow } from './insert-row.js';
import { insertWinner } from './insert-winner.js';
import { noRecordChanges, replaceRecord } from './record-versions.js';
import { unaffectedCount } from './resume-points.js';
import type { RevisionResult } from './revise.js';
import { applyRowChanges, excessOfRows, replaceRows, type RowChanges, RowDiff } from './row-diff.js';
import type { RowVersion } from './row-version.js';

const NONE: RowChanges['relisted'] = new Map();

/** An analysis of fewer accounts than this is computed again as fast as it is extended. */
const WORTH_KEEPING = 64;

/** Whether the analysis of some facts is worth keeping for the next change. */
export function isWorthKeeping(facts: readonly ResolvedFact[]): boolean {
  let accounts = 0;
  for (const fact of facts) accounts += fact.accounts.length;
  return accounts >= WORTH_KEEPING;
}

/**
 * Applies a change by extending the cached analysis: it adds facts, or one account to each of some facts. On a busy day
 * most of them join disputes and change no row, so the work does not grow with the number of facts.
 *
 * @param budget as in `revise`
 * @returns `null` where the history has to be folded again: then the cached analysis is gone, and nothing else has
 * changed
 */
export function extendAnalysis(
  view: AnyView,
  window: HistoryWindow,
  change: SubjectChange,
  budget: number,
): RevisionResult | null {
  const { analysis: cached, facts, rows } = window;
  window.analysis = null;
  const { added, removed, knownFrom } = change;
  if (!cached || (cached.until === Infinity && !window.complete)) return null;
  const from = cached.start?.horizon ?? -Infinity;
  const touched = influenceSpan(factsOfChange(change));
  const { length, next } = placesOf(cached, facts);
  if (touched.from < from || touched.to > cached.until || length + added.length > budget) return null;
  // Where folding can resume from a later row, it may need only a few of the facts.
  const resumeRow = rows[unaffectedCount(rows, touched.from) - 1];
  if (resumeRow && next - facts.firstFrom(resumeRow.horizon) < Math.max(WORTH_KEEPING, length / 2)) return null;
  const { analysis } = cached;
  const effect = addAll(analysis, change);
  if (!effect || analysis.missing.size > 0) return null;
  if (excessOf({ compared: analysis.comparisonsOf(factsOfChange(change)) }, budget) !== null) return null;

  for (const fact of removed) facts.remove(fact);
  for (const fact of added) facts.add(fact);
  const keepsHorizons =
    isWithinHorizons(rows, touched) && removed.every((fact, n) => reachesAsFar(added[n] as ResolvedFact, fact));
  const few = keepsHorizons ? changeFewRows(view, window, cached, change, effect) : null;
  const changes = few ?? rebuildRows(view, window, cached, change);
  if (!changes) {
    for (const fact of added) facts.remove(fact);
    for (const fact of removed) facts.add(fact);
    return null;
  }
  const excess = excessOfRows(changes, budget);
  if (excess !== null) return { kind: 'excess', reason: excess };
  const records = noRecordChanges();
  for (const { record } of effect.joined) replaceRecord(window.records, record, knownFrom, records);
  applyRowChanges(changes, knownFrom);
  window.untouched = Math.min(
    window.untouched,
    unaffectedCount(rows, touched.from),
    few ? Infinity : placeAfter(rows, cached.start),
  );
  window.analysis = cached;
  return { kind: 'revised', inserted: [...changes.inserted], closed: [...changes.closed], records };
}

/** The place of the first row after another. */
const placeAfter = (rows: readonly RowVersion[], start: Row | null): number =>
  start ? firstWhere(rows, (row) => compareRows(row, start) > 0) : 0;

/** The places of the analysed facts. */
function placesOf(
  { start, until }: CachedAnalysis,
  facts: FactsInOrder,
): { first: number; next: number; length: number } {
  const first = facts.firstFrom(start?.horizon ?? -Infinity);
  const next = until === Infinity ? facts.size : facts.firstFrom(until);
  return { first, next, length: next - first };
}

/**
 * Adds the facts of a change to an analysis: new facts, or changed facts in the order of the removed ones.
 *
 * @returns as `HistoryAnalysis.add`
 */
function addAll(analysis: HistoryAnalysis, { added, removed }: SubjectChange): AddedFact | null {
  if (removed.length > 0 && removed.length !== added.length) return null;
  const all: Omit<AddedFact, 'joined'> = { folded: false, reaches: false, from: null, alike: null };
  const joined = new Set<FoundDisputes>();
  for (const [n, fact] of added.entries()) {
    const before = removed[n];
    if (fact.claim || (before && before.position !== fact.position)) return null;
    const effect = before ? analysis.replace(before, fact) : analysis.add(fact);
    if (!effect) return null;
    all.folded ||= effect.folded;
    all.reaches ||= effect.reaches;
    all.from = effect.from;
    all.alike = effect.alike;
    for (const disputes of effect.joined) joined.add(disputes);
  }
  return { ...all, joined: [...joined] };
}

/** Whether an influence changes no row's horizon. */
function isWithinHorizons(rows: readonly RowVersion[], { from, to }: { from: number; to: number }): boolean {
  const first = rows[firstWhere(rows, (row) => row.validFrom >= startOfDay(from))];
  return !first || first.horizon >= to;
}

/** Whether a fact's influence covers what it covered before, so that no row's horizon gets earlier. */
function reachesAsFar(fact: ResolvedFact, before: ResolvedFact): boolean {
  const [now, then] = [influenceOf(fact), influenceOf(before)];
  return now.firstDay <= then.firstDay && now.end >= then.end;
}

/**
 * Changes few rows, where that is enough: an overruled fact changes none, and one folded fact adds one.
 *
 * @returns `null` where all rows have to be rebuilt
 */
function changeFewRows(
  view: AnyView,
  window: HistoryWindow,
  cached: CachedAnalysis,
  { added, removed, knownFrom }: SubjectChange,
  { folded, reaches, from, alike }: AddedFact,
): RowChanges | null {
  if (!folded && !reaches) return { inserted: [], closed: [], relisted: NONE };
  const [fact, more] = added;
  if (!fact || more || removed.length > 0) return null;
  if (alike) return insertWinner(view, window, cached, fact, alike, knownFrom);
  const { analysis, until } = cached;
  if (until !== Infinity) return null;
  if (!reaches) return insertRow(view, window, fact, knownFrom);
  return from && rebuildLastRow(view, window, analysis, [from, fact], knownFrom);
}

/** Rebuilds the last row, and adds the row of a fact of its date, which takes over what is in doubt there. */
function rebuildLastRow(
  view: AnyView,
  { rows, facts, base }: HistoryWindow,
  analysis: HistoryAnalysis,
  two: [ResolvedFact, ResolvedFact],
  knownFrom: number,
): RowChanges | null {
  const place = rows.length - 1;
  const [row, start] = [rows[place], rows[place - 1] ?? base];
  const [last, fact] = two;
  if (!row?.fromFact || !start || row.position !== last.position || facts.at(facts.size - 1) !== fact) return null;
  const diff = new RowDiff({ view, knownFrom, start, touched: new Set([fact.position]) });
  const drafts = rowsOfLast(analysis, start, two).map((draft) => ({ ...draft, horizon: row.horizon }));
  diff.compare(rows, place, rows.length, drafts);
  rows.splice(place, 1, ...diff.current);
  return diff;
}

/**
 * Rebuilds all rows of the analysed facts, and compares them with the rows before the change.
 *
 * @returns `null` where later rows change too
 */
function rebuildRows(
  view: AnyView,
  window: HistoryWindow,
  cached: CachedAnalysis,
  { added, knownFrom }: SubjectChange,
): RowChanges | null {
  const { facts, rows } = window;
  const { analysis, start, until } = cached;
  const [place, end] = [placeAfter(rows, start), firstWhere(rows, (row) => row.validFrom >= until)];
  const { first, next } = placesOf(cached, facts);
  const diff = new RowDiff({ view, knownFrom, start, touched: new Set(added.map(({ position }) => position)) });
  diff.compare(rows, place, end, rowsOf(analysis, start, facts.between(first, next)));
  const [current, previous] = [diff.current.at(-1) ?? start, rows[end - 1] ?? window.base];
  if (until !== Infinity && (current !== previous || !diff.isInStep)) return null;
  replaceRows(rows, place, end, diff.current);
  return diff;
}
