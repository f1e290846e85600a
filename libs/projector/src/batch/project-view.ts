import type { AnyView } from '#views/define-view.js';
import { revise } from '../revise/revise.js';
import { emptyTail, type KnownRow, type SubjectTail } from '../revise/subject-tail.js';
import { place, placementOfName, type PlacementWork } from './placements.js';
import { messageOf, type ViewFailure, type ViewPlan } from './subject-changes.js';

/** A row and whose it is. */
export interface SubjectRow {
  subject: string;
  row: KnownRow;
}

/** What a batch changes of a view: what is begun here is inserted, what is ended and stood in the database before is updated. */
export interface ViewWork {
  rows: { begun: SubjectRow[]; ended: SubjectRow[] };
  placements: PlacementWork;
}

/**
 * Folds what a batch means for a view into its subjects. Pure: the tails are copied.
 *
 * @param plan what the batch means for the view, by request, in order
 * @param tails the end of each touched subject's history; a subject that is missing has none
 * @returns also the tails as they stand after the batch
 */
export function projectView(
  view: AnyView,
  { touched, named }: Pick<ViewPlan, 'touched' | 'named'>,
  tails: ReadonlyMap<string, SubjectTail>,
): { ok: true; work: ViewWork; tails: Map<string, SubjectTail> } | { ok: false; failure: ViewFailure } {
  const work: ViewWork = { rows: { begun: [], ended: [] }, placements: { begun: named.map(placementOfName), ended: [] } };
  const working = new Map<string, SubjectTail>();
  for (const change of touched) {
    const { subject, knownFrom } = change;
    const tail = working.get(subject) ?? copyTail(tails.get(subject));
    working.set(subject, tail);
    place(work.placements, change);
    try {
      const { begun, ended } = revise(view, tail, change);
      for (const row of begun) work.rows.begun.push({ subject, row });
      for (const row of ended) if (row.stored) work.rows.ended.push({ subject, row });
    } catch (error) {
      return { ok: false, failure: { knownFrom, subject, message: messageOf(error) } };
    }
  }
  return { ok: true, work, tails: working };
}

function copyTail(tail: SubjectTail | undefined): SubjectTail {
  if (!tail) return emptyTail();
  return { base: tail.base, before: tail.before, rows: tail.rows.map((row) => ({ ...row })), facts: new Map(tail.facts) };
}
