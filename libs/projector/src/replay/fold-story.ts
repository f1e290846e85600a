import type { AnyView } from '#views/define-view.js';
import { inFoldOrder, type ToldFact } from '../facts/told-fact.js';
import { foldFacts } from '../fold/fold-facts.js';
import type { Row } from '../fold/row.js';
import { subjectOf } from '../fold/said-properties.js';

/** A subject folded from all its facts, from the first. */
export interface FoldedSubject {
  view: AnyView;
  subject: string;
  /** In fold order. */
  facts: ToldFact[];
  rows: Row[];
}

/** Folds facts into every subject that they are about. Pure; by view, then by name. */
export function foldStory(views: readonly AnyView[], facts: readonly ToldFact[]): FoldedSubject[] {
  return views.flatMap((view) => {
    const bySubject = new Map<string, ToldFact[]>();
    for (const fact of facts) {
      const subject = subjectOf(view, fact);
      if (subject !== null) bySubject.set(subject, [...(bySubject.get(subject) ?? []), fact]);
    }
    const names = [...bySubject.keys()].sort();
    return names.map((subject) => {
      const ordered = (bySubject.get(subject) ?? []).sort(inFoldOrder);
      return { view, subject, facts: ordered, rows: foldFacts(view, null, ordered) };
    });
  });
}
