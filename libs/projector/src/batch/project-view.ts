import type { AnyView } from '#views/define-view.js';
import { revise } from '../revise/revise.js';
import { emptyTail, type KnownRow, type SubjectTail } from '../revise/subject-tail.js';
import { messageOf, type TouchedSubject, type ViewFailure } from './subject-changes.js';

/** That a subject's state is made of a fact, placed at a date, over a span of positions. */
export interface Placement {
  subject: string;
  validFrom: number;
  /** Of the fact. */
  position: number;
  factId: string;
  story: string;
  knownFrom: number;
  knownTo: number | null;
  stored: boolean;
}

/** A row and whose it is. */
export interface SubjectRow {
  subject: string;
  row: KnownRow;
}

/** What a batch changes of a view: what is begun here is inserted, what is ended and stood in the database before is updated. */
export interface ViewWork {
  rows: { begun: SubjectRow[]; ended: SubjectRow[] };
  placements: { begun: Placement[]; ended: Placement[] };
}

/**
 * Folds what a batch means for a view into its subjects. Pure: the tails are copied.
 *
 * @param touched by request, in order
 * @param tails the end of each touched subject's history; a subject that is missing has none
 */
export function projectView(
  view: AnyView,
  touched: readonly TouchedSubject[],
  tails: ReadonlyMap<string, SubjectTail>,
): { ok: true; work: ViewWork } | { ok: false; failure: ViewFailure } {
  const work: ViewWork = { rows: { begun: [], ended: [] }, placements: { begun: [], ended: [] } };
  const working = new Map<string, SubjectTail>();
  for (const change of touched) {
    const { subject, knownFrom } = change;
    const tail = working.get(subject) ?? copyTail(tails.get(subject));
    working.set(subject, tail);
    place(work, change);
    try {
      const { begun, ended } = revise(view, tail, change);
      for (const row of begun) work.rows.begun.push({ subject, row });
      for (const row of ended) if (row.stored) work.rows.ended.push({ subject, row });
    } catch (error) {
      return { ok: false, failure: { knownFrom, subject, message: messageOf(error) } };
    }
  }
  return { ok: true, work };
}

function copyTail(tail: SubjectTail | undefined): SubjectTail {
  if (!tail) return emptyTail();
  return { base: tail.base, before: tail.before, rows: tail.rows.map((row) => ({ ...row })), facts: new Map(tail.facts) };
}

/** A fact that stays with its subject at its date stays placed; one that moves leaves its old place and takes a new one. */
function place(work: ViewWork, touched: TouchedSubject): void {
  const { subject, knownFrom } = touched;
  const stay = (a: { position: number; period: { from: number } }, others: TouchedSubject['come']): boolean =>
    others.some((b) => b.position === a.position && b.period.from === a.period.from);
  for (const fact of touched.leave) {
    if (stay(fact, touched.come)) continue;
    const key = { subject, validFrom: fact.period.from, position: fact.position, factId: fact.id };
    const pending = work.placements.begun.find(
      (one) => one.knownTo === null && one.position === key.position && one.subject === subject && one.validFrom === key.validFrom,
    );
    if (pending) pending.knownTo = knownFrom;
    else work.placements.ended.push({ ...key, story: fact.story, knownFrom: 0, knownTo: knownFrom, stored: true });
  }
  for (const fact of touched.come) {
    if (stay(fact, touched.leave)) continue;
    work.placements.begun.push({
      subject,
      validFrom: fact.period.from,
      position: fact.position,
      factId: fact.id,
      story: fact.story,
      knownFrom,
      knownTo: null,
      stored: false,
    });
  }
}
