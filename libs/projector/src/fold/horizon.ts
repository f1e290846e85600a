import type { ToldFact } from '../facts/told-fact.js';

const DAY = 86_400_000_000;

/**
 * For each fact, in fold order: the instant that no account of it or of a fact before it reaches beyond. Instants count to the end of their
 * UTC day, since facts of one day may have to be told together.
 */
export function horizonsOf(before: number, ordered: readonly ToldFact[]): number[] {
  let horizon = before;
  return ordered.map((fact) => {
    for (const account of [fact, ...fact.accounts]) horizon = Math.max(horizon, Math.ceil(account.period.to / DAY) * DAY);
    return horizon;
  });
}
