import type { AnyView } from '#views/define-view.js';
import { firstWhere, type FactsInOrder } from '../facts/facts-in-order.js';
import { startOfDay, influenceSpan, influenceOf } from '../facts/influence.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import type { AddedFact, HistoryAnalysis } from '../fold/history-analysis.js';
import type { FoundDisputes } from '../fold/disputes.js';
import { rowsOf, rowsOfLast } from '../fold/fold-facts.js';
import { compareRows, type Row } from '../fold/row.js';
import { excessOf } from './budget.js';
import { RowDiff } from './row-diff.js';
import { unaffectedCount } from './resume-points.js';
import { insertRow } from './insert-row.js';
import type { RowVersion } from './row-version.js';
import { replaceRecord, type RecordChanges } from './record-versions.js';
import { givenUp, type Revision } from './revision.js';
import { factsOfChange, type KeptAnalysis, type SubjectChange, type HistoryWindow } from './history-window.js';

/** An analysis of fewer accounts than so many is made anew as fast as it is kept. */
const WORTH_KEEPING = 64;

/** Keeps an analysis for the next change. @param facts those that it is of */
export function keep(tail: HistoryWindow, kept: KeptAnalysis, facts: readonly ResolvedFact[]): void {
  let accounts = 0;
  for (const fact of facts) accounts += fact.accounts.length;
  if (accounts >= WORTH_KEEPING) tail.kept = kept;
}

/**
 * Adds facts, or an account to each of some facts, by what is known of the others. On a busy day most join disputes and
 * change no row: the work does not grow with the number of the others.
 *
 * @param budget as `revise` counts it
 * @returns `null` where the history has to be folded again: then nothing of the tail has changed but that the analysis
 * is no longer kept
 */
export function addToKept(view: AnyView, tail: HistoryWindow, change: SubjectChange, budget: number): Revision | null {
  const { kept, facts, rows } = tail;
  tail.kept = null;
  const { come, leave, knownFrom } = change;
  if (!kept || (kept.until === Infinity && !tail.complete)) return null;
  const from = kept.start?.horizon ?? -Infinity;
  const touched = influenceSpan(factsOfChange(change));
  const { length, next } = factsOf(kept, facts);
  if (touched.from < from || touched.to > kept.until || length + come.length > budget) return null;
  // Where folding can go on from a later row, few of those facts may matter.
  const cut = rows[unaffectedCount(rows, touched.from) - 1];
  if (cut && next - facts.firstFrom(cut.horizon) < Math.max(WORTH_KEEPING, length / 2)) return null;
  const added = addAll(kept.analysis, change);
  if (!added || excessOf({ compared: kept.analysis.comparisonsOf(factsOfChange(change)) }, budget) !== null)
    return null;

  for (const fact of leave) facts.remove(fact);
  for (const fact of come) facts.add(fact);
  const stand =
    isWithinHorizons(rows, touched) && leave.every((fact, n) => reachesAsFar(come[n] as ResolvedFact, fact));
  const encoded = stand ? tellFew(view, tail, kept, change, added) : null;
  const revision = encoded ?? rowsAnew(view, tail, kept, change);
  if (!revision) {
    for (const fact of come) facts.remove(fact);
    for (const fact of leave) facts.add(fact);
    return null;
  }
  const excess = excessOf({ begun: revision.begun.length }, budget);
  if (excess !== null) return givenUp(excess);
  const records: RecordChanges = { begun: [], ended: [] };
  for (const { record } of added.joined) replaceRecord(tail.records, record, knownFrom, records);
  for (const row of revision.ended) row.knownTo = knownFrom;
  tail.untouched = Math.min(
    tail.untouched,
    unaffectedCount(rows, touched.from),
    encoded ? Infinity : placeAfter(rows, kept.start),
  );
  tail.kept = kept;
  return { ...revision, records, excess: null };
}

/** The place of the first row after another. */
const placeAfter = (rows: readonly RowVersion[], start: Row | null): number =>
  start ? firstWhere(rows, (row) => compareRows(row, start) > 0) : 0;

/** The places of the facts that an analysis is of. */
function factsOf({ start, until }: KeptAnalysis, facts: FactsInOrder): { first: number; next: number; length: number } {
  const first = facts.firstFrom(start?.horizon ?? -Infinity);
  const next = until === Infinity ? facts.size : facts.firstFrom(until);
  return { first, next, length: next - first };
}

/**
 * Adds what comes to an analysis: facts, or facts that are told again, in the order of those that leave.
 * @returns as `Analysis.add`
 */
function addAll(analysis: HistoryAnalysis, { come, leave }: SubjectChange): AddedFact | null {
  if (leave.length > 0 && leave.length !== come.length) return null;
  const all: Omit<AddedFact, 'joined'> = { folded: false, reaches: false, from: null };
  const joined = new Set<FoundDisputes>();
  for (const [n, fact] of come.entries()) {
    const before = leave[n];
    if (fact.claim || (before && before.position !== fact.position)) return null;
    const added = before ? analysis.retell(before, fact) : analysis.add(fact);
    if (!added) return null;
    all.folded ||= added.folded;
    all.reaches ||= added.reaches;
    all.from = added.from;
    for (const about of added.joined) joined.add(about);
  }
  return { ...all, joined: [...joined] };
}

/** Whether no row's horizon changes by what some facts reach. */
function isWithinHorizons(rows: readonly RowVersion[], { from, to }: { from: number; to: number }): boolean {
  const counted = rows[firstWhere(rows, (row) => row.validFrom >= startOfDay(from))];
  return !counted || counted.horizon >= to;
}

/** Whether no row's horizon may come nearer by what a fact reached before. */
function reachesAsFar(fact: ResolvedFact, before: ResolvedFact): boolean {
  const [now, then] = [influenceOf(fact), influenceOf(before)];
  return now.firstDay <= then.firstDay && now.end >= then.end;
}

/** What was left out changes no row; one fact brings one. @returns `null` where all rows have to be told again */
function tellFew(
  view: AnyView,
  tail: HistoryWindow,
  { analysis, until }: KeptAnalysis,
  { come, leave, knownFrom }: SubjectChange,
  { folded, reaches, from }: AddedFact,
): Pick<Revision, 'begun' | 'ended'> | null {
  if (!folded && !reaches) return { begun: [], ended: [] };
  const [fact, more] = come;
  if (!fact || more || leave.length > 0 || until !== Infinity) return null;
  if (!reaches) return insertRow(view, tail, fact, knownFrom);
  return from && tellLastAgain(view, tail, analysis, [from, fact], knownFrom);
}

/** Tells the last row again, and after it that of a fact of its date, which takes over what is in doubt there. */
function tellLastAgain(
  view: AnyView,
  { rows, facts, base }: HistoryWindow,
  analysis: HistoryAnalysis,
  two: [ResolvedFact, ResolvedFact],
  knownFrom: number,
): Pick<Revision, 'begun' | 'ended'> | null {
  const place = rows.length - 1;
  const [row, start] = [rows[place], rows[place - 1] ?? base];
  const [last, fact] = two;
  if (!row?.fromFact || !start || row.position !== last.position || facts.at(facts.size - 1) !== fact) return null;
  const comparison = new RowDiff({ view, knownFrom, start, touched: new Set([fact.position]) });
  const drafts = rowsOfLast(analysis, start, two).map((draft) => ({ ...draft, horizon: row.horizon }));
  comparison.compare(rows, place, rows.length, drafts);
  rows.splice(place, 1, ...comparison.standing);
  return comparison;
}

/**
 * Tells all rows again by what was found out, and compares them with those that stood.
 * @returns `null` where rows beyond them change too
 */
function rowsAnew(
  view: AnyView,
  tail: HistoryWindow,
  kept: KeptAnalysis,
  { come, knownFrom }: SubjectChange,
): Pick<Revision, 'begun' | 'ended'> | null {
  const { facts, rows } = tail;
  const { analysis, start, until } = kept;
  const [place, pause] = [placeAfter(rows, start), firstWhere(rows, (row) => row.validFrom >= until)];
  const { first, next } = factsOf(kept, facts);
  const comparison = new RowDiff({ view, knownFrom, start, touched: new Set(come.map(({ position }) => position)) });
  comparison.compare(rows, place, pause, rowsOf(analysis, start, facts.between(first, next)));
  const [standing, stood] = [comparison.standing.at(-1) ?? start, rows[pause - 1] ?? tail.base];
  if (until !== Infinity && (standing !== stood || !comparison.settled)) return null;
  const after = rows.splice(place).slice(pause - place);
  for (const row of comparison.standing) rows.push(row);
  for (const row of after) rows.push(row);
  return comparison;
}
