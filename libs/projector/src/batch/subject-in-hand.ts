import type { AnyView } from '#views/define-view.js';
import { endOf, reachOf } from '../facts/reach.js';
import { revise } from '../revise/revise.js';
import type { KnownRow } from '../revise/known-row.js';
import { emptyTail, TailLacks, type SubjectTail, type TouchedSubject } from '../revise/subject-tail.js';
import { messageOf, type ViewFailure } from './subject-changes.js';
import type { Turns } from './turns.js';

/** A subject that a batch changes, its changes in the order of the requests, and what they do to its rows. */
export interface SubjectInHand {
  view: AnyView;
  projection: number;
  subject: string;
  changes: TouchedSubject[];
  /** The dates between which its facts lie that come or leave, in whatever form; microseconds since the epoch. */
  from: number;
  to: number;
  tail: SubjectTail;
  /** How many of the changes were made. */
  made: number;
  begun: KnownRow[];
  /** Rows that stood in the database. */
  ended: KnownRow[];
  /** Where the view's own code failed. */
  failure: ViewFailure | null;
}

/** The subjects of a view that a batch changes. */
export function subjectsInHand(view: AnyView, projection: number, touched: readonly TouchedSubject[]): SubjectInHand[] {
  const subjects = new Map<string, SubjectInHand>();
  for (const change of touched) {
    const { subject } = change;
    let one = subjects.get(subject);
    if (!one) {
      const fresh = { changes: [], from: Infinity, to: -Infinity, tail: emptyTail(), made: 0, begun: [], ended: [], failure: null };
      one = { view, projection, subject, ...fresh };
      subjects.set(subject, one);
    }
    one.changes.push(change);
    for (const fact of change.leave.concat(change.come)) {
      one.from = Math.min(one.from, reachOf(fact));
      one.to = Math.max(one.to, endOf(fact));
    }
  }
  return [...subjects.values()];
}

/** Makes the changes that are still to be made. Answers what the tail lacks for the next of them, `null` once all are made or the view's code failed. */
export async function makeChanges(one: SubjectInHand, turns: Turns): Promise<TailLacks | null> {
  for (let change = one.changes[one.made]; change && !one.failure; change = one.changes[one.made]) {
    try {
      const { begun, ended } = revise(one.view, one.tail, change);
      keepInOrder(one.tail, begun);
      for (const row of begun) one.begun.push(row);
      for (const row of ended) if (row.stored) one.ended.push(row);
      one.made += 1;
      if (turns.due) await turns.take();
    } catch (error) {
      if (error instanceof TailLacks) return error;
      one.failure = { knownFrom: change.knownFrom, subject: one.subject, message: messageOf(error) };
    }
  }
  return null;
}

/** Decides how rows that a change begins are stored, each by the row that now comes before it. */
function keepInOrder({ base, rows }: SubjectTail, begun: readonly KnownRow[]): void {
  const [first] = begun;
  let place = first ? rows.lastIndexOf(first) : 0;
  for (const row of begun) {
    place = rows.indexOf(row, place);
    row.keepAfter(rows[place - 1] ?? base);
  }
}
