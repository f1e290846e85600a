import type { Json } from '../pattern.js';
import { mergedPlace, placeIn, type Place } from '../places.js';
import { given, lastGiven, type Fact } from '../recorded.js';
import { opened, plansAt, settled, withOccasionPlan, type Plan } from './plans.js';

/** The state of a meeting after these facts, which are in fold order and without claims, as of the instant `at`. */
export function meeting(facts: readonly Fact[], at: string): Record<string, Json> {
  let status: string | null = null;
  let scheduledFor: string | null = null;
  let place: Place | null = null;
  let heldBy: string | null = null;
  let plans: Plan[] = [];
  for (const fact of facts) {
    place = mergedPlace(place, placeIn(fact.data));
    switch (fact.type) {
      case 'MeetingScheduled':
        plans = withOccasionPlan(plans, opened(fact, 'scheduled', 'scheduledFor'), fact, heldBy);
        // A meeting that was cancelled has no date but the new one.
        scheduledFor = (given(fact, 'scheduledFor') ?? (status === 'cancelled' ? null : scheduledFor)) as string | null;
        // A plan that is dated after the meeting was reported late: what was held stays held.
        if (status !== 'held') status = 'scheduled';
        break;
      case 'MeetingHeld':
        plans = settled(plans, fact, 'fulfilled');
        heldBy ??= fact.id;
        status = 'held';
        break;
      case 'MeetingCancelled':
        plans = settled(plans, fact, 'withdrawn');
        heldBy = null;
        status = 'cancelled';
        break;
    }
  }
  return {
    title: lastGiven(facts, 'title') as Json,
    participants: (lastGiven(facts, 'participants') ?? []) as Json,
    status,
    scheduledFor,
    place,
    occasion: lastGiven(facts, 'occasion') as Json,
    plans: plansAt(plans, at),
  };
}
