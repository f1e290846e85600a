import type { Fact } from '../material.js';
import type { Sentence } from '../sentence.js';
import type { RenderContext } from '../render-context.js';
import type { Dates } from '../wording/dates.js';
import { claimTold, standingClaims } from './claims.js';
import { disputesTold } from './disputes.js';

const MOST = 7;
const MOST_DISPUTES = 5;

/** Where sources disagree, and what is only claimed, by whom. */
export function inDispute(contexts: readonly RenderContext[], facts: readonly Fact[], dates: Dates): Sentence[] {
  const disputes = contexts.flatMap((one) => disputesTold(one, facts)).slice(0, MOST_DISPUTES);
  const claims = standingClaims(contexts, facts).map((fact) => claimTold(fact, dates));
  return [...disputes, ...claims].slice(0, MOST);
}
