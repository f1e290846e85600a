import { FactsInOrder } from '#history/facts/facts-in-order.js';
import { compareInFoldOrder, type ResolvedFact } from '#history/facts/resolved-fact.js';
import { abridgeRows } from '#history/fold/abridged-rows.js';
import { ClaimCounter } from '#history/fold/claim-counter.js';
import { foldFacts } from '#history/fold/fold-facts.js';
import { type DisputeRecord, type Row, runSince } from '#history/fold/row.js';
import { excessOf, excessOfFacts } from '#history/revise/budget.js';
import { emptyWindow, type HistoryWindow } from '#history/revise/history-window.js';
import { replaceRecords } from '#history/revise/record-versions.js';
import { RowVersion } from '#history/revise/row-version.js';
import type { AnyView } from '#views/define-view.js';
import { MAX_ITEM_EVENTS } from '../items/view-item.js';
import type { LoadResolved } from '../timeline/facts-from-log.js';
import { type FactIndex, recordAssertions, SubjectFold } from './story-facts.js';

/** The latest facts of a subject and their rows. Of what lies before them only what folding on needs is kept. */
export interface ReplayWindow extends HistoryWindow {
  /** The ids of the latest facts before it, oldest first. */
  earlier: string[];
  /** The date of the fact that opened the run of its base. */
  since: string | null;
  /** The claims that are current where it begins. */
  claims: ClaimCounter;
  /** The start of the facts left out, which begin after the bound of valid time and overlap none before it. */
  beyond: number;
}

export const emptyReplayWindow = (): ReplayWindow => ({
  ...emptyWindow(),
  isBeforeComplete: true,
  earlier: [],
  since: null,
  claims: new ClaimCounter(),
  beyond: Infinity,
});

/**
 * Folds all facts of a subject that bear on a valid time, run by run, and keeps about the latest `keep` of them.
 *
 * @param places of its facts, in order
 * @param budget how many facts may be folded
 * @returns the reason for a halt, where there are more
 */
export async function foldReplayWindow(
  view: AnyView,
  places: FactIndex,
  asOf: number,
  keep: number,
  load: LoadResolved,
  budget: number,
): Promise<ReplayWindow | string> {
  const [cut, end] = partOf(places, asOf, keep);
  const excess = excessOf({ folded: end }, budget);
  if (excess !== null) return excess;
  const fold = new SubjectFold(view);
  const claims = new ClaimCounter();
  let earlier: string[] = [];
  const records = new Map<string, DisputeRecord>();
  for (let first = 0, next = 0; first < cut; first = next) {
    next = places.endOfRun(first);
    const facts = await load(places.positions.slice(first, next));
    const tooMany = excessOfFacts(view, facts, budget);
    if (tooMany !== null) return tooMany;
    countClaims(claims, fold.fold(facts), facts);
    for (const [key, record] of fold.records) records.set(key, record);
    earlier = latestFactIds(earlier, facts);
  }
  const facts = await load(places.positions.slice(cut, end));
  const tooMany = excessOfFacts(view, facts, budget);
  if (tooMany !== null) return tooMany;
  const last = foldFacts(view, fold.row, facts, (property) => fold.assertions.get(property));
  for (const [key, record] of last.records) records.set(key, record);
  return {
    ...emptyReplayWindow(),
    base: fold.row,
    before: fold.assertions,
    rows: abridgeRows(last.rows).map((row, n) => RowVersion.folded(view, row, last.rows[n - 1] ?? fold.row, 0)),
    records: replaceAll(records),
    claims,
    facts: new FactsInOrder(facts),
    earlier,
    since: fold.since,
    beyond: places.dates[end] ?? Infinity,
  };
}

/** Where the part that is kept begins, which is the start of a run, and where the runs end that begin by a date. */
function partOf(places: FactIndex, asOf: number, keep: number): [cut: number, end: number] {
  const starts: number[] = [];
  let end = 0;
  while (end < places.length && (places.dates[end] ?? Infinity) <= asOf) {
    starts.push(end);
    end = places.endOfRun(end);
  }
  return [starts.find((start) => end - start <= keep) ?? starts.at(-1) ?? 0, end];
}

/**
 * Drops the rows and facts before about the latest `keep` facts, as far as folding can resume there, and no row after a
 * valid time.
 */
export function shorten(window: ReplayWindow, asOf: number, keep: number): void {
  const cut = cutOf(window, asOf, keep);
  const base = window.rows[cut];
  if (!base) return;
  window.base = base;
  window.since = runSince(window.rows, base) ?? window.since;
  const rows = window.rows.splice(0, cut + 1);
  recordAssertions(window.before, rows);
  countClaims(window.claims, rows, window.facts);
  window.earlier = latestFactIds(window.earlier, window.facts.removeBefore(base.horizon));
}

/** The last row to resume folding from that leaves enough facts; -1: none. */
function cutOf(window: ReplayWindow, asOf: number, keep: number): number {
  const dates = [...window.facts].map((fact) => fact.period.from);
  const leastKept = dates.at(-keep) ?? -Infinity;
  let next = Infinity;
  for (let i = window.rows.length - 1; i >= 0; i -= 1) {
    const row = window.rows[i];
    if (row && row.validFrom <= asOf && row.horizon <= next && (keep === 0 || row.horizon <= leastKept)) return i;
    next = Math.min(next, row?.validFrom ?? Infinity);
  }
  return -1;
}

/** Adds the facts and claims of some rows to a counter. @param facts contain those of the rows */
export function countClaims(claims: ClaimCounter, rows: readonly Row[], facts: Iterable<ResolvedFact>): void {
  const byPosition = new Map([...facts].map((fact) => [fact.position, fact]));
  for (const { fromFact, position } of rows) {
    const fact = byPosition.get(position);
    if (fact && (fromFact || fact.claim)) claims.add(fact, fromFact);
  }
}

function replaceAll(records: ReadonlyMap<string, DisputeRecord>): HistoryWindow['records'] {
  const versions: HistoryWindow['records'] = new Map();
  replaceRecords(versions, { from: -Infinity, to: Infinity }, records, 0);
  return versions;
}

/** The ids of the latest facts among earlier ones and some later ones, oldest first. */
export function latestFactIds(before: readonly string[], facts: readonly ResolvedFact[]): string[] {
  return [...before, ...[...facts].sort(compareInFoldOrder).map(({ id }) => id)].slice(-MAX_ITEM_EVENTS);
}
