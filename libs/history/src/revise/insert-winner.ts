import type { AnyView } from '#views/define-view.js';
import { firstWhere } from '../facts/facts-in-order.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import { abridgeRows } from '../fold/abridged-rows.js';
import type { RowDraft } from '../fold/build-rows.js';
import { rowsOfDate } from '../fold/fold-facts.js';
import type { AlikeWinner } from '../fold/history-analysis.js';
import { compareRows, type DisputedFact, type Row } from '../fold/row.js';
import type { CachedAnalysis, HistoryWindow } from './history-window.js';
import { factOf } from './insert-row.js';
import { replaceRows, type RowChanges, RowDiff } from './row-diff.js';
import type { RowVersion } from './row-version.js';

/** Where more later dates than these may change, all rows are built again. */
const MAX_LATER_DATES = 8;

/**
 * Inserts the row of a further winner of a date whose winners are alike. It takes over from the last row of the date
 * what is in doubt there, and may change the last rows of later dates of the same record. Other rows of these dates
 * list nothing but their own facts. Elsewhere only states may change: they are folded until one is as before.
 *
 * @param window with the fact already among its facts
 * @returns `null` where other rows may change too: then nothing has changed
 */
export function insertWinner(
  view: AnyView,
  window: HistoryWindow,
  cached: CachedAnalysis,
  fact: ResolvedFact,
  winner: AlikeWinner,
  knownFrom: number,
): RowChanges | null {
  const { rows, base } = window;
  const { analysis, start, until } = cached;
  const at = { validFrom: fact.period.from, position: fact.position };
  const place = firstWhere(rows, (row) => compareRows(row, at) > 0);
  const [last, next] = [rows[place - 1], rows[place]];
  if (!last?.fromFact || last.validFrom !== at.validFrom || last.says.claims.length > 0) return null;
  if (start && start.says.disputed.length > 0) return null;
  if (winner.reordered.some((position) => position !== last.position)) return null;
  if (next ? !next.fromFact || !analysis.setsAllOf(next.position, fact) : until !== Infinity) return null;
  const later = laterRows(rows, place, cached, winner, at.validFrom);
  if (!later) return null;

  const redraft = (before: Row | null, row: RowVersion, facts: ResolvedFact[]): RowDraft[] | null => {
    const drafts = rowsOfDate(analysis, before, facts).map((draft) => ({ ...draft, horizon: row.horizon }));
    const isOfRecord = ({ record, fact: of, own }: DisputedFact): boolean =>
      record === winner.record && (of === null || own !== undefined);
    return drafts.length === facts.length && drafts.every(({ says }) => says.disputed.every(isOfRecord))
      ? drafts
      : null;
  };
  const factAt = (row: RowVersion): ResolvedFact => factOf(window, row) as ResolvedFact;
  const before = rows[place - 2] ?? base;
  const drafts = redraft(before, last, [factAt(last), fact]);
  const redrafted = new Map<number, RowDraft>();
  for (const n of later) {
    const row = rows[n] as RowVersion;
    const [draft] = redraft(rows[n - 1] ?? base, row, [factAt(row)]) ?? [];
    if (!draft) return null;
    redrafted.set(n, draft);
  }
  if (!drafts || !abridgeRows(drafts)[0]?.says.disputed.every((one) => one.abridged)) return null;
  const diff = new RowDiff({ view, knownFrom, start: before, touched: new Set([fact.position]) });
  diff.compare(rows, place - 1, place, drafts);
  let to = place;
  for (; to < rows.length && (!diff.isInStep || to <= (later.at(-1) ?? -1)); to += 1) {
    const row = rows[to] as RowVersion;
    const draft = redrafted.get(to);
    if (draft) diff.compare(rows, to, to + 1, [draft]);
    else if (diff.isInStep) diff.keep(row);
    else diff.refold(row, factOf(window, row));
  }
  if (!diff.isInStep && !window.complete) return null;
  replaceRows(rows, place - 1, to, diff.current);
  return diff;
}

/**
 * The places of the last rows of the later dates at which a winner changes what is in doubt; `null` where other rows
 * may change there, or rows where only doubt changes may begin or end.
 */
function laterRows(
  rows: readonly RowVersion[],
  place: number,
  { analysis, until }: CachedAnalysis,
  { record, changed }: AlikeWinner,
  date: number,
): number[] | null {
  if (rows[place]?.validFrom === date) return null;
  const dates = new Set([date, Infinity]);
  const later: number[] = [];
  const end = Math.max(...changed.map(({ to }) => to));
  for (let n = place; n < rows.length;) {
    const { validFrom } = rows[n] as RowVersion;
    dates.add(validFrom);
    if (validFrom >= end) break;
    if (validFrom >= until) return null;
    n = firstWhere(rows, (row) => row.validFrom > validFrom);
    if (!changed.some(({ from, to }) => from <= validFrom && validFrom < to)) continue;
    if (later.length === MAX_LATER_DATES || analysis.recordOf(validFrom) !== record || !rows[n - 1]?.fromFact)
      return null;
    later.push(n - 1);
  }
  return changed.every(({ from, to }) => dates.has(from) && dates.has(to)) ? later : null;
}
