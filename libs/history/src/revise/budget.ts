import type { AnyView } from '#views/define-view.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import { mostComparisons } from '../fold/fold-facts.js';

/**
 * The budget of one request for one subject: how many facts it may fold again, how many rows it may insert, and how
 * often it may compare a winner of a date with a loser. A subject that would need more is halted alone. Mostly all
 * winners of a date overrule the same losers, and each loser is compared once. Otherwise the comparisons grow with the
 * square of the facts.
 *
 * The work is counted, never timed, so every server decides the same at every batch size. The number is far above what
 * news need: the busiest subject of a story of many years has some thousand facts, and a change mostly folds a handful
 * of them again. It is low enough that a change ends before PostgreSQL would end an idle transaction, and that its data
 * fit into memory.
 */
export const MAX_FACTS_REFOLDED = 20_000;

/** Characters of rows and of records of disputes that one request may insert for one subject. */
const MAX_INSERTED_TEXT = 16 * 1024 * 1024;

/** The reason why a change is too much work; `null`: it is not. */
export function excessOf(
  work: { folded?: number; inserted?: number; text?: number; compared?: number },
  budget: number,
): string | null {
  const { folded = 0, inserted = 0, text = 0, compared = 0 } = work;
  if (text > MAX_INSERTED_TEXT)
    return `a request would insert ${text} characters of it; the limit is ${MAX_INSERTED_TEXT}`;
  if (folded > budget) return `a request would fold ${folded} facts of it again; the limit is ${budget}`;
  if (compared > budget) return `a request would compare facts of one date ${compared} times; the limit is ${budget}`;
  if (inserted > budget) return `a request would insert ${inserted} rows of it; the limit is ${budget}`;
  return null;
}

/**
 * As `excessOf`, for facts that are folded to answer a read. Comparisons are only counted where there may be too many.
 */
export function excessOfFacts(view: AnyView, facts: readonly ResolvedFact[], budget: number): string | null {
  const compared = facts.length ** 2 / 4 > budget ? mostComparisons(view, facts) : 0;
  return excessOf({ folded: facts.length, compared }, budget);
}
