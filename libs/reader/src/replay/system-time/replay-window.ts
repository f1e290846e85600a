import type { AnyView } from '#views/define-view.js';
import { FactsInOrder } from '#history/facts/facts-in-order.js';
import { compareInFoldOrder, type ResolvedFact } from '#history/facts/resolved-fact.js';
import { ClaimCounter } from '#history/fold/claim-counter.js';
import { foldFacts } from '#history/fold/fold-facts.js';
import type { DisputeRecord, Row } from '#history/fold/row.js';
import { MAX_ITEM_EVENTS } from '../../items/view-item.js';
import { RowVersion } from '#history/revise/row-version.js';
import { excessOf, excessOfFacts } from '#history/revise/budget.js';
import { replaceRecords } from '#history/revise/record-versions.js';
import { emptyWindow as emptySubjectTail, type HistoryWindow } from '#history/revise/history-window.js';
import type { FactIndex } from '../facts/fact-index.js';
import { LatestAssertions, SubjectFold } from '../facts/subject-fold.js';

/** The latest facts of a subject and what they made of it; what lies before them is folded away. */
export interface ReplayWindow extends HistoryWindow {
  before: LatestAssertions;
  /** The latest facts before it, oldest first. */
  earlier: string[];
  /** The claims that stand where it begins. */
  claims: ClaimCounter;
  /**
   * Where the facts begin that were left out, since they begin after the world's bound and overlap nothing before it.
   */
  beyond: number;
}

export const emptyReplayWindow = (): ReplayWindow => ({
  ...emptySubjectTail(),
  before: new LatestAssertions(),
  earlier: [],
  claims: new ClaimCounter(),
  beyond: Infinity,
});

/** Positions of facts to those facts, in the order given. */
type LoadTold = (positions: readonly number[]) => Promise<ResolvedFact[]>;

/**
 * Folds all facts of a subject that bear on a date of the world, run by run, of which about the latest `keep` stay.
 *
 * @param places where they lie, in order
 * @param budget how many facts may be folded
 * @returns why there is none, where that is too many
 */
export async function foldReplayWindow(
  view: AnyView,
  places: FactIndex,
  asOf: number,
  keep: number,
  load: LoadTold,
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
    earlier = latest(earlier, facts);
  }
  const facts = await load(places.positions.slice(cut, end));
  const tooMany = excessOfFacts(view, facts, budget);
  if (tooMany !== null) return tooMany;
  const last = foldFacts(view, fold.row, facts, (property) => fold.said.get(property));
  for (const [key, record] of last.records) records.set(key, record);
  return {
    ...emptyReplayWindow(),
    base: fold.row,
    before: fold.said,
    rows: last.rows.map((row) => RowVersion.folded(row, 0)),
    records: replaceAll(records),
    claims,
    facts: new FactsInOrder(facts),
    earlier,
    beyond: places.dates[end] ?? Infinity,
  };
}

/** Where the part begins that is kept, at the begin of a run; and where the runs end that begin by a date. */
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
 * Folds away what lies before about the latest `keep` facts, as far as folding can go on from there, and no row after a
 * date of the world.
 */
export function shorten(tail: ReplayWindow, asOf: number, keep: number): void {
  const cut = cutOf(tail, asOf, keep);
  const base = tail.rows[cut];
  if (!base) return;
  tail.base = base;
  const rows = tail.rows.splice(0, cut + 1);
  tail.before.hear(rows);
  countClaims(tail.claims, rows, tail.facts);
  tail.earlier = latest(tail.earlier, tail.facts.removeBefore(base.horizon));
}

/** The last row to fold on from that leaves enough facts; -1: none. */
function cutOf(tail: ReplayWindow, asOf: number, keep: number): number {
  const dates = [...tail.facts].map((fact) => fact.period.from);
  const leastKept = dates.at(-keep) ?? -Infinity;
  let next = Infinity;
  for (let i = tail.rows.length - 1; i >= 0; i -= 1) {
    const row = tail.rows[i];
    if (row && row.validFrom <= asOf && row.horizon <= next && (keep === 0 || row.horizon <= leastKept)) return i;
    next = Math.min(next, row?.validFrom ?? Infinity);
  }
  return -1;
}

/** Tells a counter the facts and claims of some rows. @param facts those among which they are */
export function countClaims(claims: ClaimCounter, rows: readonly Row[], facts: Iterable<ResolvedFact>): void {
  const byPosition = new Map([...facts].map((fact) => [fact.position, fact]));
  for (const { fromFact, position } of rows) {
    const fact = byPosition.get(position);
    if (fact && (fromFact || fact.claim)) claims.tell(fact, fromFact);
  }
}

function replaceAll(records: ReadonlyMap<string, DisputeRecord>): HistoryWindow['records'] {
  const versions: HistoryWindow['records'] = new Map();
  replaceRecords(versions, { from: -Infinity, to: Infinity }, records, 0);
  return versions;
}

/** The ids of the latest facts among some that come after those before. */
export function latest(before: readonly string[], facts: readonly ResolvedFact[]): string[] {
  return [...before, ...[...facts].sort(compareInFoldOrder).map(({ id }) => id)].slice(-MAX_ITEM_EVENTS);
}
