import type { FactForm } from '../facts/fact-form.js';
import { tellFact, tellStruck } from '../facts/tell-fact.js';
import type { ToldFact } from '../facts/told-fact.js';

/** A form as a timeline tells it. */
export interface ToldForm {
  form: FactForm;
  /** As it stands, or stood before it was withdrawn: shown struck, never as holding. */
  told: ToldFact;
  withdrawn: boolean;
}

/**
 * How a timeline tells a fact by the press of an instant; `null` where nothing of it had been published.
 *
 * @param reportedAsOf microseconds since the epoch, inclusive; `Infinity`: whatever was ever published
 */
export function tellForm(form: FactForm, reportedAsOf: number): ToldForm | null {
  const standing = tellFact(form, reportedAsOf);
  if (standing) return { form, told: standing, withdrawn: false };
  const before = tellStruck(form, reportedAsOf);
  return before && { form, told: before, withdrawn: true };
}
