import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { z } from 'zod';
import type { Deadline } from '../define-view.js';
import { latest } from '../lists/latest.js';
import { endOfPeriod } from '../time/ends.js';

/**
 * What came of a plan: nothing yet (`open`; `due` once its date has passed), or what a later fact made of it. A plan
 * that is settled stays settled.
 */
const Fate = z.enum(['open', 'due', 'fulfilled', 'superseded', 'withdrawn']);
export type Fate = z.infer<typeof Fate>;

/** The fates that a fact brings. */
type Settled = Exclude<Fate, 'open' | 'due'>;

/** The properties of every plan, in a state. `due` is what time alone makes of an open plan, and is never folded. */
export const planProperties = {
  /** The date for which it was made, as a fact gave it. */
  date: ReducedDate.nullable(),
  fate: Fate,
  /** The fact that reported the plan. */
  event: z.string(),
  /** The fact that settled it; `null` while it is open or due. */
  settledBy: z.string().nullable(),
};

interface Plan {
  date: string | null;
  fate: Fate;
  event: string;
  settledBy: string | null;
}

/** A plan that a fact has just reported. */
export const newPlan = (event: string, date: string | undefined) =>
  ({ date: date ?? null, fate: 'open', event, settledBy: null }) as const;

/** Whether no fact has settled a plan. */
export const isUnsettled = ({ fate }: Pick<Plan, 'fate'>): boolean => fate === 'open' || fate === 'due';

/** The plans with one more, the latest 50. */
export const withPlan = <One extends Plan>(plans: readonly One[], plan: One): One[] => latest([...plans, plan]);

/**
 * The plans, of which a fact settles those that are unsettled and fit. Entries change in nothing but their fate. Where
 * none fits, it is the same list.
 */
export function settle<One extends Plan>(
  plans: One[],
  fits: (plan: One) => boolean,
  fate: Settled,
  event: string,
): One[] {
  const isSettled = (plan: One): boolean => isUnsettled(plan) && fits(plan);
  return plans.some(isSettled)
    ? plans.map((plan) => (isSettled(plan) ? { ...plan, fate, settledBy: event } : plan))
    : plans;
}

/**
 * The plans of a single occasion with one more: an occasion has one date, so a plan that gives one supersedes the
 * earlier plans. Once the occasion has taken place, a plan that is folded later is fulfilled at once.
 *
 * @param isOfOccasion whether an earlier plan is of the same occasion
 * @param tookPlace the fact that the occasion took place; `null`: none is known
 */
export function withPlanOfOccasion<One extends Plan>(
  plans: One[],
  plan: One,
  isOfOccasion: (plan: One) => boolean,
  tookPlace: string | null,
): One[] {
  const before = plan.date === null ? plans : settle(plans, isOfOccasion, 'superseded', plan.event);
  return withPlan(before, tookPlace === null ? plan : { ...plan, fate: 'fulfilled', settledBy: tookPlace });
}

/** The plans at an instant, and the next instant at which one of them becomes due; `null`: none does. */
export function plansAt<One extends Plan>(plans: One[], instant: number): { plans: One[]; next: number | null } {
  let next: number | null = null;
  let isAnyDue = false;
  for (const { fate, date } of plans) {
    if (fate !== 'open' || date === null) continue;
    const end = endOfPeriod(date);
    if (end <= instant) isAnyDue = true;
    else next = next === null ? end : Math.min(next, end);
  }
  return { plans: isAnyDue ? plans.map((plan) => dueAt(plan, instant)) : plans, next };
}

function dueAt<One extends Plan>(plan: One, instant: number): One {
  const isDue = plan.fate === 'open' && plan.date !== null && endOfPeriod(plan.date) <= instant;
  return isDue ? { ...plan, fate: 'due' } : plan;
}

/** The deadlines of plans: those that have a date. */
export function planDeadlines<One extends Plan>(
  plans: readonly One[],
  kind: Deadline['kind'],
  what: (plan: One) => string,
): Deadline[] {
  return plans.flatMap((plan): Deadline[] => {
    const { date, event, fate, settledBy } = plan;
    return date === null ? [] : [{ kind, date, what: what(plan), plan: { event, fate, settledBy } }];
  });
}
