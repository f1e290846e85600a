import type { AnyView } from '#views/define-view.js';
import type { ResolvedFact } from '../facts/resolved-fact.js';
import { mostComparisons } from '../fold/fold-facts.js';

/**
 * How many facts one request may make the engine fold again for one subject, how many rows it may begin, and how often
 * it may compare a fact that wins on a date with one that loses there. A subject that would need more is set aside
 * alone. Mostly the losers of a date stand against all of its winners alike, and each is compared once; where they do
 * not, the comparisons grow with the square of the facts.
 *
 * The work is counted, never timed: every server, at every size of batch, decides the same. The number is far above
 * what news make (a story of many years has some thousand facts of its busiest subject, and a change mostly folds a
 * handful of them again), and low enough that one change is over before PostgreSQL would end a silent transaction, and
 * that what it needs fits into memory.
 */
export const MAX_FACTS_REFOLDED = 20_000;

/** Characters of rows and records of disputes that one request may begin for one subject. */
export const MAX_TEXT_BEGUN = 16 * 1024 * 1024;

/** Why a change is too much work; `null`: it is not. */
export function excessOf(
  work: { folded?: number; begun?: number; text?: number; compared?: number },
  budget: number,
): string | null {
  const { folded = 0, begun = 0, text = 0, compared = 0 } = work;
  if (text > MAX_TEXT_BEGUN)
    return `a request would begin ${text} characters of it, more than the ${MAX_TEXT_BEGUN} that one request may`;
  const most = `more than the ${budget} that one request may`;
  if (folded > budget) return `a request would fold ${folded} facts of it again, ${most}`;
  if (compared > budget) return `a request would compare facts of one date ${compared} times, ${most}`;
  if (begun > budget) return `a request would begin ${begun} rows of it, ${most}`;
  return null;
}

/**
 * The same of facts that are folded on request. Few facts cannot need too many comparisons: those of many are counted.
 */
export function excessOfFacts(view: AnyView, facts: readonly ResolvedFact[], budget: number): string | null {
  const compared = facts.length ** 2 / 4 > budget ? mostComparisons(view, facts) : 0;
  return excessOf({ folded: facts.length, compared }, budget);
}
