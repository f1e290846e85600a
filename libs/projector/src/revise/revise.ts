import type { AnyView } from '#views/define-view.js';
import { reachOf } from '../facts/reach.js';
import type { ToldFact } from '../facts/told-fact.js';
import { itemText } from '../fold/item-text.js';
import { foldFacts } from '../fold/fold-facts.js';
import { inRowOrder, type Row } from '../fold/row.js';
import { followsOn } from './follows-on.js';
import type { KnownRow, SubjectChange, SubjectTail } from './subject-tail.js';

/** What a request did to a subject's rows. Those that ended have their `knownTo` set. */
export interface Revision {
  begun: KnownRow[];
  ended: KnownRow[];
}

/**
 * Applies one request's change to the end of a subject's history. The tail is changed in place, and is that after the request when this
 * returns; a throw (a view's fold fails) leaves it in no defined state.
 *
 * Facts are folded on from the last row that no change can reach. Where all of them come after everything known, that is the last row, and
 * nothing is folded again.
 */
export function revise(view: AnyView, tail: SubjectTail, change: SubjectChange): Revision {
  const [only] = change.come;
  if (only && change.come.length === 1 && change.leave.length === 0 && followsOn(view, tail, only))
    return tellNext(view, tail, only, change.knownFrom);
  for (const fact of change.leave) tail.facts.delete(fact.position);
  for (const fact of change.come) tail.facts.set(fact.position, fact);
  const touched = Math.min(...[...change.leave, ...change.come].map(reachOf));
  const kept = rowsKept(tail, touched);
  const cut = kept === 0 ? tail.base : (tail.rows[kept - 1] ?? null);
  const after = [...tail.facts.values()].filter((fact) => fact.period.from >= (cut?.horizon ?? -Infinity));
  const revision = compareRows(
    tail.rows.slice(kept),
    foldFacts(view, cut, after, (property) => valueBefore(tail, kept, property)),
    change.knownFrom,
  );
  tail.rows.length = kept;
  for (const row of revision.standing) tail.rows.push(row);
  return revision;
}

/** Tells a fact after the last row. */
function tellNext(view: AnyView, tail: SubjectTail, fact: ToldFact, knownFrom: number): Revision {
  const begun = foldFacts(view, tail.rows.at(-1) ?? tail.base, [fact]).map((row): KnownRow => ({
    ...row,
    knownFrom,
    knownTo: null,
    stored: false,
  }));
  tail.facts.set(fact.position, fact);
  tail.rows.push(...begun);
  return { begun, ended: [] };
}

/** What the first `kept` rows of a tail, and what came before it, say of a property. */
function valueBefore(tail: SubjectTail, kept: number, property: string): unknown {
  for (let i = kept - 1; i >= 0; i -= 1) {
    const said = tail.rows[i]?.item.said;
    if (said && property in said) return said[property];
  }
  if (tail.base && !tail.before.has(property)) throw new Error(`the value of ${property} before the tail was not read`);
  return tail.before.get(property);
}

/** How many rows of the tail no change from `touched` on can reach, ending in one that folding can go on from. */
function rowsKept(tail: SubjectTail, touched: number): number {
  let next = touched;
  for (let count = tail.rows.length; count > 0; count -= 1) {
    const row = tail.rows[count - 1];
    if (!row) break;
    if (row.horizon <= next) return count;
    next = Math.min(next, row.validFrom);
  }
  return 0;
}

/** Ends the rows that no longer hold and begins those that newly do; what is the same stays as it was. */
function compareRows(standing: readonly KnownRow[], folded: readonly Row[], knownFrom: number): Revision & { standing: KnownRow[] } {
  const begun: KnownRow[] = [];
  const ended: KnownRow[] = [];
  const result: KnownRow[] = [];
  const left = [...standing];
  for (const row of folded) {
    while (left[0] && inRowOrder(left[0], row) < 0) ended.push(left.shift() as KnownRow);
    const same = left[0] && inRowOrder(left[0], row) === 0 ? (left.shift() as KnownRow) : null;
    if (same && sameRow(same, row)) {
      result.push(same);
      continue;
    }
    if (same) ended.push(same);
    const fresh: KnownRow = { ...row, knownFrom, knownTo: null, stored: false };
    begun.push(fresh);
    result.push(fresh);
  }
  ended.push(...left);
  for (const row of ended) row.knownTo = knownFrom;
  return { begun, ended, standing: result };
}

const sameRow = (a: Row, b: Row): boolean => a.horizon === b.horizon && a.story === b.story && itemText(a.item) === itemText(b.item);
