import type { FactState } from '#history/facts/fact-state.js';
import { resolveFact } from '#history/facts/resolve-fact.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';
import { countUndated, hasUndated, includingUndated } from '#history/facts/undated.js';
import { subjectOf } from '#history/fold/assertions.js';
import type { Known } from '../clocks/clocks.js';
import type { Subject } from '../subjects/subject.js';

/** What one fact lacks, for a subject or a story, only because sources have no date of publication. */
export interface LeftOut {
  /** The id of the fact. */
  fact: string;
  story: string;
  /** The valid time from which on it is missing, microseconds since the epoch. */
  from: number;
  /** How many accounts, sourced corrections and sourced retractions are left out. */
  count: number;
}

/**
 * What is left out of a subject, among the states of facts that ever touched it. A fact counts if it touches the
 * subject, or would touch it with what is left out.
 */
export function leftOutAmong(
  states: readonly FactState[],
  { view, subject }: Pick<Subject, 'view' | 'subject'>,
  clocks: Known,
): LeftOut[] {
  return leftOutOf(states, clocks, (fact) => subjectOf(view, fact) === subject);
}

/** As `leftOutAmong`, for any facts. @param concerns whether a fact counts */
export function leftOutOf(
  states: readonly FactState[],
  clocks: Known,
  concerns: (fact: ResolvedFact) => boolean,
): LeftOut[] {
  if (clocks.reportedAsOf === Infinity || clocks.undated === 'include') return [];
  const included = includingUndated(clocks);
  return states.filter(hasUndated).flatMap((state): LeftOut[] => {
    const facts = [resolveFact(state, clocks), resolveFact(state, included)];
    const dates = facts.flatMap((fact) => (fact && concerns(fact) ? [fact.period.from] : []));
    if (dates.length === 0) return [];
    const count = countUndated(state, clocks);
    return count === 0 ? [] : [{ fact: state.id, story: state.story, from: Math.min(...dates), count }];
  });
}

/** How many accounts, corrections and retractions are left out, of each fact once. @param asOf a bound of valid time */
export function countLeftOut(leftOut: readonly LeftOut[], asOf = Infinity): number {
  const byFact = new Map(leftOut.filter(({ from }) => from <= asOf).map(({ fact, count }) => [fact, count]));
  return [...byFact.values()].reduce((sum, count) => sum + count, 0);
}

/** The field `undated` of an answer on the press's clock; on other clocks no field. */
export const undatedField = (leftOut: readonly LeftOut[] | undefined, asOf?: number): { undated?: number } =>
  leftOut ? { undated: countLeftOut(leftOut, asOf) } : {};
