import { influenceOf, type Influence } from '../facts/influence.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import type { Row } from './row.js';

/**
 * Gives each row its horizon, in place: the latest end of every account of every fact that begins to matter up to the
 * row's day, claims and facts that were left out included. Up to the end of its day: one that was left out may begin
 * after the row, and has none of its own.
 *
 * @param rows in order
 */
export function setHorizons(
  base: Row | null,
  facts: readonly ResolvedFact[],
  rows: readonly Pick<Row, 'validFrom' | 'horizon'>[],
): void {
  const spans = facts.map(influenceOf);
  const byReach = isSorted(spans) ? spans : [...spans].sort((a, b) => a.firstDay - b.firstDay);
  let horizon = base?.horizon ?? -Infinity;
  let next = 0;
  for (const row of rows) {
    for (let span = byReach[next]; span && span.firstDay <= row.validFrom; span = byReach[++next])
      horizon = Math.max(horizon, span.end);
    row.horizon = horizon;
  }
}

function isSorted(spans: readonly Influence[]): boolean {
  for (let i = 1; i < spans.length; i += 1)
    if ((spans[i - 1] as Influence).firstDay > (spans[i] as Influence).firstDay) return false;
  return true;
}
