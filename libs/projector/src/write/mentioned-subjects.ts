import type { AnyView } from '#views/define-view.js';
import { resolveRetracted } from '#history/facts/resolve-fact.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { foldedFact, handlerFor } from '#history/fold/assertions.js';
import type { FactChange } from './fact-changes.js';

/** A subject that some form of a fact names, while the fact is told of another one, or withdrawn. */
export interface MentionedSubject {
  subject: string;
  /** The request's end. */
  knownFrom: number;
  /** As it is told, or would be had it not been withdrawn. */
  fact: ResolvedFact;
}

/**
 * The subjects that a request's events are the first of their fact to name, and with which the fact is not placed for
 * all that: it is withdrawn or moved within the request, or another account tells it. By the press of some earlier day
 * it may be told of them, so they have to be found.
 */
export function subjectsOnlyNamed(
  view: AnyView,
  { knownFrom, before, after, toldAfter }: FactChange,
): MentionedSubject[] {
  if (toldAfter && after.accounts.length + after.corrections.length === 1) return [];
  if (!handlerFor(view, after.type)) return [];
  const fact = toldAfter ?? resolveRetracted(after);
  if (!fact) return [];
  const fresh = {
    accounts: after.accounts.slice(before?.accounts.length ?? 0),
    corrections: after.corrections.slice(before?.corrections.length ?? 0),
  };
  const named = subjectsNamed(view, fresh, fact);
  if (toldAfter)
    for (const subject of subjectsNamed(view, { accounts: [toldAfter], corrections: [] }, fact)) named.delete(subject);
  if (named.size > 0 && before) for (const subject of subjectsNamed(view, before, fact)) named.delete(subject);
  return [...named].map((subject) => ({ subject, knownFrom, fact }));
}

/** The subjects of all data that were given of a fact. */
function subjectsNamed(view: AnyView, { accounts, corrections }: Given, fact: ResolvedFact): Set<string> {
  const given = [...accounts, ...corrections].flatMap(({ data }) => data ?? []);
  return new Set(given.flatMap((data) => handlerFor(view, fact.type)?.subject({ ...foldedFact(fact), data }) ?? []));
}

interface Given {
  accounts: readonly Giving[];
  corrections: readonly Giving[];
}

interface Giving {
  data?: Record<string, unknown>;
}
