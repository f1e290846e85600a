import { summarizeError } from '#platform/logging/describe-error.js';
import type { AnyView } from '#views/define-view.js';
import { subjectOf } from '#history/fold/assertions.js';
import type { TouchedSubject } from '#history/revise/history-window.js';
import type { FactChange } from './fact-changes.js';
import { subjectsOnlyNamed, type MentionedSubject } from './mentioned-subjects.js';

/** What a batch means for a view, before anything is loaded: which subjects change, and by which facts. */
export interface ViewPlan {
  touched: TouchedSubject[];
  /** Subjects that a form of a fact names and none is placed with, by request. */
  named: MentionedSubject[];
}

/** Where and why a view's own code failed. */
export interface ViewFailure {
  /** The end of the request at which it did. */
  knownFrom: number;
  subject: string | null;
  message: string;
}

/** What the changes of facts mean for the subjects of a view: by request, in order, each subject once a request. */
export function planView(
  view: AnyView,
  changes: readonly FactChange[],
): { ok: true; plan: ViewPlan } | { ok: false; failure: ViewFailure } {
  const plan: ViewPlan = { touched: [], named: [] };
  let request = new Map<string, TouchedSubject>();
  let end = 0;
  const touch = (subject: string): TouchedSubject => {
    const known = request.get(subject);
    if (known) return known;
    const fresh: TouchedSubject = { subject, knownFrom: end, leave: [], come: [] };
    request.set(subject, fresh);
    plan.touched.push(fresh);
    return fresh;
  };
  try {
    for (const change of changes) {
      const { knownFrom, toldBefore, toldAfter } = change;
      if (knownFrom !== end) request = new Map();
      end = knownFrom;
      const from = toldBefore && subjectOf(view, toldBefore);
      if (toldBefore && from !== null) touch(from).leave.push(toldBefore);
      const to = toldAfter && subjectOf(view, toldAfter);
      if (toldAfter && to !== null) touch(to).come.push(toldAfter);
      plan.named.push(...subjectsOnlyNamed(view, change));
    }
  } catch (error) {
    return { ok: false, failure: { knownFrom: end, subject: null, message: summarizeError(error) } };
  }
  return { ok: true, plan };
}
