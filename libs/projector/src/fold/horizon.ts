import { dayOf, endOf, reachOf } from '../facts/reach.js';
import type { ToldFact } from '../facts/told-fact.js';
import type { Row } from './row.js';

/**
 * Gives each row its horizon, in place: the latest end of every account of every fact that begins to matter up to the row's day, claims and facts that were
 * left out included. Up to the end of its day: one that was left out may begin after the row, and has none of its own.
 *
 * @param rows in order
 */
export function setHorizons(base: Row | null, facts: readonly ToldFact[], rows: readonly Pick<Row, 'validFrom' | 'horizon'>[]): void {
  const byReach = facts.map((fact) => ({ reach: dayOf(reachOf(fact)), end: endOf(fact) })).sort((a, b) => a.reach - b.reach);
  let horizon = base?.horizon ?? -Infinity;
  let next = 0;
  for (const row of rows) {
    for (let fact = byReach[next]; fact && fact.reach <= row.validFrom; fact = byReach[++next]) horizon = Math.max(horizon, fact.end);
    row.horizon = horizon;
  }
}
