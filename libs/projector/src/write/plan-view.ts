import { summarizeError } from '#platform/logging/describe-error.js';
import type { AnyView } from '#views/define-view.js';
import { resolveRetracted } from '#history/facts/resolve-fact.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { foldedFact, handlerFor, subjectOf } from '#history/fold/assertions.js';
import type { TouchedSubject } from '#history/revise/history-window.js';
import type { FactChange } from './fact-changes.js';

/** What a batch means for a view, before anything is loaded: which subjects change, and by which facts. */
export interface ViewPlan {
  touched: TouchedSubject[];
  mentioned: MentionedSubject[];
}

/**
 * A subject that some state of a fact names, or would have had it not been retracted, while the fact belongs to another
 * subject, or is retracted.
 */
export interface MentionedSubject {
  subject: string;
  /** The end of the request that named it. */
  knownFrom: number;
  /** The fact as it is resolved, or would be had it not been retracted. */
  fact: ResolvedFact;
}

/** Where and why a view's own code failed. */
export interface ViewFailure {
  /** The end of the request at which it failed. */
  knownFrom: number;
  subject: string | null;
  message: string;
}

/** What changes of facts mean for the subjects of a view: by request, in order, each subject once for each request. */
export function planView(
  view: AnyView,
  changes: readonly FactChange[],
): { ok: true; plan: ViewPlan } | { ok: false; failure: ViewFailure } {
  const plan: ViewPlan = { touched: [], mentioned: [] };
  let request = new Map<string, TouchedSubject>();
  let end = 0;
  const touch = (subject: string): TouchedSubject => {
    const known = request.get(subject);
    if (known) return known;
    const fresh: TouchedSubject = { subject, knownFrom: end, removed: [], added: [] };
    request.set(subject, fresh);
    plan.touched.push(fresh);
    return fresh;
  };
  try {
    for (const change of changes) {
      const { knownFrom, resolvedBefore, resolvedAfter } = change;
      if (knownFrom !== end) request = new Map();
      end = knownFrom;
      const from = resolvedBefore && subjectOf(view, resolvedBefore);
      if (resolvedBefore && from !== null) touch(from).removed.push(resolvedBefore);
      const to = resolvedAfter && subjectOf(view, resolvedAfter);
      if (resolvedAfter && to !== null) touch(to).added.push(resolvedAfter);
      plan.mentioned.push(...mentionedSubjects(view, change));
    }
  } catch (error) {
    return { ok: false, failure: { knownFrom: end, subject: null, message: summarizeError(error) } };
  }
  return { ok: true, plan };
}

/**
 * The subjects that changes of facts touch, for a reader, which does not go on where a view fails.
 *
 * @throws where the view's own code fails
 */
export function touchedSubjects(view: AnyView, changes: readonly FactChange[]): TouchedSubject[] {
  const planned = planView(view, changes);
  if (!planned.ok) throw new Error(`view ${view.name}: ${planned.failure.message}`);
  return planned.plan.touched;
}

/**
 * The subjects that a request is the first to name for a fact, although the fact does not belong to them: the request
 * retracted or moved it, or another account of it wins. As reported by an earlier date the fact may belong to them, so
 * a query has to find them. A timeline finds a retracted fact under the
 * subject and the date that it would have, so these are added where they are not those that it had before.
 */
function mentionedSubjects(
  view: AnyView,
  { knownFrom, before, after, resolvedBefore, resolvedAfter }: FactChange,
): MentionedSubject[] {
  if (resolvedAfter && after.accounts.length + after.corrections.length === 1) return [];
  if (!handlerFor(view, after.type)) return [];
  const fact = resolvedAfter ?? resolveRetracted(after);
  if (!fact) return [];
  const fresh = {
    accounts: after.accounts.slice(before?.accounts.length ?? 0),
    corrections: after.corrections.slice(before?.corrections.length ?? 0),
  };
  const named = subjectsNamed(view, fresh, fact);
  const own = resolvedAfter && subjectsNamed(view, { accounts: [resolvedAfter], corrections: [] }, fact);
  for (const subject of own ?? []) named.delete(subject);
  if (named.size > 0 && before) for (const subject of subjectsNamed(view, before, fact)) named.delete(subject);
  if (!resolvedAfter) {
    const left = subjectOf(view, fact);
    const had = resolvedBefore && resolvedBefore.period.from === fact.period.from && subjectOf(view, resolvedBefore);
    if (left !== null && left !== had) named.add(left);
  }
  return [...named].map((subject) => ({ subject, knownFrom, fact }));
}

interface WithData {
  data?: Record<string, unknown>;
}

/** The subjects that a fact would belong to by the data of any of these accounts and corrections. */
function subjectsNamed(
  view: AnyView,
  { accounts, corrections }: { accounts: readonly WithData[]; corrections: readonly WithData[] },
  fact: ResolvedFact,
): Set<string> {
  const given = [...accounts, ...corrections].flatMap(({ data }) => data ?? []);
  return new Set(given.flatMap((data) => handlerFor(view, fact.type)?.subject({ ...foldedFact(fact), data }) ?? []));
}
