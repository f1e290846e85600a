import { summarizeError } from '#platform/logging/describe-error.js';
import type { AnyView } from '#views/define-view.js';
import { MAX_FACTS_REFOLDED } from '#history/revise/budget.js';
import type { TouchedSubject } from '#history/revise/history-window.js';
import { noRecordChanges, type RecordChanges } from '#history/revise/record-versions.js';
import { reviseForStorage } from '#history/revise/revise-for-storage.js';
import type { MissingPart, Revision } from '#history/revise/revise.js';
import type { RowVersion } from '#history/revise/row-version.js';
import { NO_HALTS, type SubjectHalt } from '../store/projections.js';
import { type HistorySegment, segmentFor, segmentsOf } from '../store/load-segments.js';
import { Volume } from './batch-volume.js';
import type { EventLoopYielder } from './event-loop-yielder.js';
import type { ViewFailure } from './plan-view.js';

/** A subject that a batch changes, its changes in the order of the requests, and what they do to its rows. */
export interface SubjectWork {
  view: AnyView;
  projection: number;
  subject: string;
  changes: TouchedSubject[];
  /** What has been read of its history, in the order of the dates. */
  segments: HistorySegment[];
  /** How many of the changes were made. */
  made: number;
  inserted: RowVersion[];
  /** Rows in the database that are no longer believed. */
  closed: RowVersion[];
  /** The dispute records that are inserted and closed. */
  records: RecordChanges;
  /** Where the view's own code failed; `null`: it did not. */
  failure: ViewFailure | null;
  /** From where on its changes are not folded; `null`: all of them are folded. */
  halt: SubjectHalt | null;
  /** The volume of the batch. */
  volume: Volume;
}

/**
 * The subjects of a view that a batch changes.
 *
 * @param halts by subject: those that are halted already, of which nothing is read and nothing folded
 */
export function toSubjectWork(
  view: AnyView,
  projection: number,
  touched: readonly TouchedSubject[],
  halts: ReadonlyMap<string, SubjectHalt> = NO_HALTS,
  volume = new Volume(),
): SubjectWork[] {
  const changes = new Map<string, TouchedSubject[]>();
  for (const change of touched) {
    const own = changes.get(change.subject);
    if (own) own.push(change);
    else changes.set(change.subject, [change]);
  }
  return [...changes].map(([subject, own]) => {
    const halt = halts.get(subject) ?? null;
    return {
      view,
      projection,
      subject,
      changes: own,
      segments: halt ? [] : segmentsOf(projection, subject, own),
      made: 0,
      inserted: [],
      closed: [],
      records: noRecordChanges(),
      failure: null,
      halt,
      volume,
    };
  });
}

/** What has to be read before the next change of a subject can be made, and for which segment. */
export interface MissingHistory {
  one: SubjectWork;
  segment: HistorySegment;
  what: MissingPart;
}

/**
 * Makes all changes that are still to be made.
 *
 * @param budget as `revise` counts it
 * @returns what the next change needs; `null` once all are made, or the view's code failed, or a change was more work
 * than a request may make. What the changes before it did stands.
 * @throws BatchTooLarge
 */
export async function makeChanges(
  one: SubjectWork,
  turns: EventLoopYielder,
  budget = MAX_FACTS_REFOLDED,
): Promise<MissingHistory | null> {
  for (let change = one.changes[one.made]; change && !one.failure && !one.halt; change = one.changes[one.made]) {
    const segment = segmentFor(one.segments, change);
    const result = reviseForStorage(one.view, segment.window, change, budget);
    switch (result.kind) {
      case 'missing':
        return { one, segment, what: result.what };
      case 'excess':
        return haltSubject(one, change, result.reason);
      case 'failed':
        one.failure = { knownFrom: change.knownFrom, subject: one.subject, message: summarizeError(result.error) };
        return null;
      case 'revised':
        addRevision(one, result);
    }
    one.made += 1;
    one.volume.add(result.textLength);
    if (turns.due) await turns.take();
  }
  return null;
}

function addRevision(one: SubjectWork, { inserted, closed, records }: Revision): void {
  for (const row of inserted) one.inserted.push(row);
  for (const row of closed) if (row.stored) one.closed.push(row);
  one.records.inserted.push(...records.inserted);
  for (const record of records.closed) if (record.stored) one.records.closed.push(record);
}

/** Halts a subject from a change on. What the changes before it did stands. */
function haltSubject(one: SubjectWork, change: TouchedSubject, reason: string): null {
  one.halt = { subject: one.subject, position: change.knownFrom, reason };
  // No later batch may go on from them.
  one.segments = [];
  return null;
}
