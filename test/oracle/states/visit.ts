import type { Json } from '../pattern.js';
import { mergedPlace, placeIn, type Place } from '../places.js';
import { given, lastGiven, type Fact } from '../recorded.js';
import { opened, plansAt, settled, withOccasionPlan, type Plan } from './plans.js';

/** The state of a visit after these facts, which are in fold order and without claims, as of the instant `at`. */
export function visit(facts: readonly Fact[], at: string): Record<string, Json> {
  let status: string | null = null;
  let date: string | null = null;
  let place: Place | null = null;
  let madeBy: string | null = null;
  let plans: Plan[] = [];
  for (const fact of facts) {
    const scheduledFor = (given(fact, 'scheduledFor') ?? null) as string | null;
    place = mergedPlace(place, placeIn(fact.data));
    switch (fact.type) {
      case 'VisitPlanned':
        plans = withOccasionPlan(plans, opened(fact, 'planned', 'scheduledFor'), fact, madeBy);
        // A plan that is dated after the visit was reported late: it was made.
        if (status === 'made') break;
        date = scheduledFor ?? (status === 'cancelled' ? null : date);
        status = 'planned';
        break;
      case 'VisitMade':
        plans = settled(plans, fact, 'fulfilled');
        madeBy ??= fact.id;
        [status, date] = ['made', fact.occurredAt];
        break;
      case 'VisitCancelled':
        plans = settled(plans, fact, 'withdrawn');
        madeBy = null;
        [status, date] = ['cancelled', scheduledFor ?? date];
        break;
    }
  }
  return {
    title: lastGiven(facts, 'title') as Json,
    visitor: lastGiven(facts, 'visitor') as Json,
    place,
    purpose: lastGiven(facts, 'purpose') as Json,
    hosts: (lastGiven(facts, 'hosts') ?? []) as Json,
    status,
    date,
    plans: plansAt(plans, at),
  };
}
