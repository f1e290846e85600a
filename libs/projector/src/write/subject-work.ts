import { summarizeError } from '#platform/logging/describe-error.js';
import type { AnyView } from '#views/define-view.js';
import { excessOf, MAX_FACTS_REFOLDED } from '#history/revise/budget.js';
import { revise } from '#history/revise/revise.js';
import type { RowVersion } from '#history/revise/row-version.js';
import type { RecordChanges } from '#history/revise/record-versions.js';
import { HistoryMissing, type HistoryWindow, type TouchedSubject } from '#history/revise/history-window.js';
import type { SubjectHalt } from '../store/halted-subjects.js';
import { segmentFor, segmentsOf, type HistorySegment } from '../store/segments.js';
import type { ViewFailure } from './plan-view.js';
import type { EventLoopYielder } from './event-loop-yielder.js';
import { BatchTooLarge, Volume } from './batch-volume.js';

/** A subject that a batch changes, its changes in the order of the requests, and what they do to its rows. */
export interface SubjectWork {
  view: AnyView;
  projection: number;
  subject: string;
  changes: TouchedSubject[];
  /** What is at hand of its history, in the order of the dates. */
  parts: HistorySegment[];
  /** How many of the changes were made. */
  made: number;
  begun: RowVersion[];
  /** Rows that stood in the database. */
  ended: RowVersion[];
  /** Records of disputes likewise. */
  records: RecordChanges;
  /** Where the view's own code failed. */
  failure: ViewFailure | null;
  /** From where on its changes are not folded; `null`: they all are. */
  halt: SubjectHalt | null;
  /** Of the batch. */
  volume: Volume;
}

const NO_HALTS: ReadonlyMap<string, SubjectHalt> = new Map();

/**
 * The subjects of a view that a batch changes.
 *
 * @param halts by subject: those that are set aside already, of which nothing is read and nothing folded
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
      parts: halt ? [] : segmentsOf(projection, subject, own),
      made: 0,
      begun: [],
      ended: [],
      records: { begun: [], ended: [] },
      failure: null,
      halt,
      volume,
    };
  });
}

/** What a change that cannot be made yet lacks, and where. */
export interface MissingHistory {
  one: SubjectWork;
  part: HistorySegment;
  what: HistoryMissing['what'];
}

/**
 * Makes all changes that are still to be made. Answers what is lacking for the next of them, `null` once all are made,
 * the view's code failed, or one of them was more work than a request may make: what those before it did stands.
 *
 * @param budget as `revise` counts it
 * @throws BatchTooLarge
 */
export async function makeChanges(
  one: SubjectWork,
  turns: EventLoopYielder,
  budget = MAX_FACTS_REFOLDED,
): Promise<MissingHistory | null> {
  for (let change = one.changes[one.made]; change && !one.failure && !one.halt; change = one.changes[one.made]) {
    const part = segmentFor(one.parts, change);
    try {
      const { begun, ended, records, excess } = revise(one.view, part.tail, change, budget);
      if (excess !== null) return setAside(one, change, excess);
      keepInOrder(part.tail, begun);
      const text = textBegun(begun, records);
      const tooLong = excessOf({ text }, budget);
      if (tooLong !== null) {
        for (const version of [...ended, ...records.ended]) version.knownTo = null;
        return setAside(one, change, tooLong);
      }
      for (const row of begun) one.begun.push(row);
      for (const row of ended) if (row.stored) one.ended.push(row);
      one.records.begun.push(...records.begun);
      for (const record of records.ended) if (record.stored) one.records.ended.push(record);
      one.made += 1;
      one.volume.add(text);
      if (turns.due) await turns.take();
    } catch (error) {
      if (error instanceof BatchTooLarge) throw error;
      if (error instanceof HistoryMissing) return { one, part, what: error.what };
      one.failure = { knownFrom: change.knownFrom, subject: one.subject, message: summarizeError(error) };
    }
  }
  return null;
}

/** A subject is set aside from a change on. What those before it did stands. */
function setAside(one: SubjectWork, change: TouchedSubject, reason: string): null {
  one.halt = { subject: one.subject, position: change.knownFrom, reason };
  // Nobody goes on from them.
  one.parts = [];
  return null;
}

function textBegun(rows: readonly RowVersion[], records: RecordChanges): number {
  let text = 0;
  for (const row of rows) text += row.kept.length + row.head.length;
  for (const record of records.begun) text += record.text.length;
  return text;
}

/** Decides how rows that a change begins are stored, each by the row that now comes before it. */
function keepInOrder({ base, rows }: HistoryWindow, begun: readonly RowVersion[]): void {
  const [first] = begun;
  let place = first ? rows.lastIndexOf(first) : 0;
  for (const row of begun) {
    place = rows.indexOf(row, place);
    row.keepAfter(rows[place - 1] ?? base);
  }
}
