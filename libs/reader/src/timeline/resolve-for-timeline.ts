import type { FactState } from '#history/facts/fact-state.js';
import { resolveFact, resolveRetracted } from '#history/facts/resolve-fact.js';
import type { ResolvedFact } from '#history/facts/resolved-fact.js';

/** A form as a timeline tells it. */
export interface TimelineFact {
  form: FactState;
  /** As it stands, or stood before it was withdrawn: shown struck, never as holding. */
  told: ResolvedFact;
  withdrawn: boolean;
}

/**
 * How a timeline tells a fact by the press of an instant; `null` where nothing of it had been published.
 *
 * @param reportedAsOf microseconds since the epoch, inclusive; `Infinity`: whatever was ever published
 */
export function resolveForTimeline(form: FactState, reportedAsOf: number): TimelineFact | null {
  const standing = resolveFact(form, reportedAsOf);
  if (standing) return { form, told: standing, withdrawn: false };
  const before = resolveRetracted(form, reportedAsOf);
  return before && { form, told: before, withdrawn: true };
}
