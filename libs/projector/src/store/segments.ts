import { influenceSpan } from '#history/facts/influence.js';
import { RowVersion } from '#history/revise/row-version.js';
import { emptyWindow, factsOfChange, type SubjectChange, type HistoryWindow } from '#history/revise/history-window.js';

/**
 * A part of a subject's history that a batch may change. Dates far apart have a part each: only what lies around them
 * is read. Parts share nothing, each is over before the next one's base; where a change goes on to there, the two are
 * joined.
 */
export interface HistorySegment {
  projection: number;
  subject: string;
  /** The dates between which its facts lie that come or leave, in whatever form; microseconds since the epoch. */
  from: number;
  to: number;
  tail: HistoryWindow;
}

/** The parts that some changes of one subject touch, in the order of their dates, with nothing read of them yet. */
export function segmentsOf(projection: number, subject: string, changes: readonly SubjectChange[]): HistorySegment[] {
  const parts: HistorySegment[] = [];
  for (const { from, to } of changes
    .map((change) => influenceSpan(factsOfChange(change)))
    .sort((a, b) => a.from - b.from)) {
    const last = parts.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else parts.push({ projection, subject, from, to, tail: emptyWindow() });
  }
  return parts;
}

/** The part that a change belongs to. */
export function segmentFor(parts: readonly HistorySegment[], change: SubjectChange): HistorySegment {
  const { from } = influenceSpan(factsOfChange(change));
  const part = parts.findLast((one) => one.from <= from);
  if (!part) throw new Error('no part was made for a change');
  return part;
}

/** Joins a part that has been read up to the base of the next one with that, which leaves the list. */
export function joinNextSegment(parts: HistorySegment[], part: HistorySegment): void {
  const [next] = parts.splice(parts.indexOf(part) + 1, 1);
  const base = next?.tail.base;
  if (!next || !(base instanceof RowVersion)) throw new Error('no part follows that this one could be joined with');
  const { tail } = part;
  part.to = Math.max(part.to, next.to);
  tail.untouched = Math.min(tail.untouched, tail.rows.length + 1 + next.tail.untouched);
  for (const row of [base, ...next.tail.rows]) tail.rows.push(row);
  for (const fact of next.tail.facts) tail.facts.add(fact);
  for (const record of next.tail.records.values()) tail.records.set(record.key, record);
  tail.complete = next.tail.complete;
  tail.kept = null;
  tail.alike = null;
}
