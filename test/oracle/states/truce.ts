import { isOver } from '../dates.js';
import type { Json } from '../pattern.js';
import { given, lastGiven, type Fact } from '../recorded.js';
import { startOf } from '../current-facts.js';
import { latest, withFurther } from './lists.js';

/** The state of a truce after these facts, which are in fold order and without claims, as of the instant `at`. */
export function truce(facts: readonly Fact[], at: string): Record<string, Json> {
  let parties: string[] = [];
  let agreedAt: string | null = null;
  let validUntil: string | null = null;
  let status = 'in_force';
  let extensions: Json[] = [];
  const hasRunOut = (instant: string): boolean =>
    status === 'in_force' && validUntil !== null && isOver(validUntil, instant);
  for (const fact of facts) {
    const named = given(fact, 'parties') as string[] | undefined;
    const until = (given(fact, 'validUntil') ?? null) as string | null;
    switch (fact.type) {
      case 'TruceAgreed':
        // A new agreement has an end of its own, or none; while the truce holds, it leaves the end as it is.
        if (until !== null || status !== 'in_force' || hasRunOut(startOf(fact))) validUntil = until;
        parties = withFurther([], named);
        agreedAt = fact.occurredAt;
        status = 'in_force';
        break;
      case 'TruceExtended':
        validUntil = until;
        parties = withFurther(parties, named);
        extensions = latest([
          ...extensions,
          {
            occurredAt: fact.occurredAt,
            validUntil: until,
            ordinal: (given(fact, 'ordinal') ?? null) as Json,
            event: fact.id,
          },
        ]);
        status = 'in_force';
        break;
      case 'TruceBroken':
        status = 'broken';
        break;
      case 'TruceEnded':
        status = 'ended';
        break;
    }
  }
  return {
    title: lastGiven(facts, 'title') as Json,
    parties,
    agreedAt,
    validUntil,
    extensions,
    status: hasRunOut(at) ? 'expired' : status,
  };
}
