import { isOver } from '../dates.js';
import type { Json } from '../pattern.js';
import { given, lastGiven, type Fact } from '../recorded.js';

const STATUS: Readonly<Record<string, string>> = {
  RestrictionImposed: 'in_force',
  RestrictionSuspended: 'suspended',
  RestrictionLifted: 'lifted',
};

/** The state of a restriction after these facts, which are in fold order and without claims, as of the instant `at`. */
export function restriction(facts: readonly Fact[], at: string): Record<string, Json> {
  const last = facts.at(-1);
  const until = (last === undefined ? null : (given(last, 'until') ?? null)) as string | null;
  const status = STATUS[last?.type ?? ''] ?? null;
  return {
    title: lastGiven(facts, 'title') as Json,
    imposedBy: lastGiven(facts, 'imposedBy') as Json,
    appliesTo: lastGiven(facts, 'appliesTo') as Json,
    kind: lastGiven(facts, 'kind') as Json,
    goods: (lastGiven(facts, 'goods') ?? []) as Json,
    // Whether it was imposed, suspended or lifted for a time: nobody knows what holds after it.
    status: until !== null && isOver(until, at) ? 'unknown' : status,
    until,
  };
}
