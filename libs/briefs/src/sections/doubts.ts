import type { Fact } from '../material.js';
import type { Sentence } from '../sentence.js';
import type { Told } from '../told.js';
import type { Dates } from '../wording/dates.js';
import { claimTold, standingClaims } from './claims.js';
import { disputesTold } from './disputes.js';

const MOST = 7;
const MOST_DISPUTES = 5;

/** Where sources disagree, and what is only claimed, by whom. */
export function whatIsInDoubt(told: readonly Told[], facts: readonly Fact[], dates: Dates): Sentence[] {
  const disputes = told.flatMap((one) => disputesTold(one, facts)).slice(0, MOST_DISPUTES);
  const claims = standingClaims(told, facts).map((fact) => claimTold(fact, dates));
  return [...disputes, ...claims].slice(0, MOST);
}
