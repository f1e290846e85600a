/**
 * How many facts one request may make the engine fold again for one subject, and how many rows it may begin. A subject that would need more is set aside alone.
 *
 * The work is counted, never timed: every server, at every size of batch, decides the same. The number is far above what news make (a story of many years has
 * some thousand facts of its busiest subject, and a change mostly folds a handful of them again), and low enough that one change is over before PostgreSQL would
 * end a silent transaction, and that what it needs fits into memory.
 */
export const MAX_FACTS_REFOLDED = 20_000;

/** Why a change is too much work; `null`: it is not. */
export function excessOf(work: { folded?: number; begun?: number }, budget: number): string | null {
  const { folded = 0, begun = 0 } = work;
  const most = `more than the ${budget} that one request may`;
  if (folded > budget) return `a request would fold ${folded} facts of it again, ${most}`;
  if (begun > budget) return `a request would begin ${begun} rows of it, ${most}`;
  return null;
}
