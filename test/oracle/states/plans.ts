import { startOf } from '../current-facts.js';
import { agree, dayOfInstant, isOver, sameNamed, spanOf } from '../dates.js';
import type { Json } from '../pattern.js';
import { given, type Fact } from '../recorded.js';
import { latest } from './lists.js';

/** What was announced, threatened or scheduled, and what came of it. */
export interface Plan {
  kind: string;
  /** As it was named. */
  date: string | null;
  fate: 'open' | 'fulfilled' | 'superseded' | 'withdrawn';
  /** The id of the fact that opened it. */
  event: string;
  settledBy: string | null;
}

/** The plans after a fact that settles some of them: the first settler wins, and only the latest plans are settled. */
export const settled = <P extends Plan>(
  plans: readonly P[],
  { id }: Fact,
  fate: Plan['fate'],
  which: (plan: P) => boolean = () => true,
): P[] => plans.map((plan) => (plan.fate === 'open' && which(plan) ? { ...plan, fate, settledBy: id } : plan));

export const opened = (fact: Fact, kind: string, dateField: string): Plan => ({
  kind,
  date: (given(fact, dateField) ?? null) as string | null,
  ...{ fate: 'open', event: fact.id, settledBy: null },
});

/**
 * The plans after a further one of the same occasion: an occasion has one date. If it has taken place, the plan was
 * reported late.
 */
export const withOccasionPlan = <P extends Plan>(
  plans: readonly P[],
  plan: P,
  fact: Fact,
  tookPlace: string | null,
  which: (plan: P) => boolean = () => true,
): P[] => {
  const others = plan.date === null ? plans : settled(plans, fact, 'superseded', which);
  const own: P = tookPlace === null ? plan : { ...plan, fate: 'fulfilled', settledBy: tookPlace };
  return latest([...others, own]);
};

/** The plans as they are at an instant: what is open and whose date has passed is due. */
export const plansAt = <P extends Plan>(plans: readonly P[], at: string): Json[] =>
  plans.map((plan) => ({ ...plan, fate: isDue(plan, at) ? 'due' : plan.fate }) as unknown as Json);

export const isDue = ({ fate, date }: Plan, at: string): boolean =>
  fate === 'open' && date !== null && isOver(date, at);

export interface TariffPlan extends Plan {
  ratePercent: number | null;
  condition: string | null;
}

/** The plans of a tariff after these facts, in fold order. */
export function tariffPlans(facts: readonly Fact[]): TariffPlan[] {
  let plans: TariffPlan[] = [];
  for (const fact of facts) {
    const rate = (given(fact, 'ratePercent') ?? null) as number | null;
    switch (fact.type) {
      case 'TariffAnnounced':
      case 'TariffThreatened': {
        const kind = fact.type === 'TariffAnnounced' ? 'announced' : 'threatened';
        const condition = (given(fact, 'condition') ?? null) as string | null;
        const plan = { ...opened(fact, kind, 'effectiveFrom'), ratePercent: rate, condition };
        const { date } = plan;
        plans = settled(
          plans,
          fact,
          'superseded',
          (one) => date !== null && one.date !== null && sameNamed(date, one.date),
        );
        plans = latest([...plans, plan]);
        break;
      }
      case 'TariffChanged':
        plans = settled(plans, fact, 'fulfilled', (one) => one.ratePercent === null || one.ratePercent === rate);
        plans = settled(
          plans,
          fact,
          'superseded',
          ({ date }) => rate !== null && date !== null && startOf(fact) >= spanOf(date).first,
        );
        break;
      case 'TariffPlanWithdrawn':
        plans = settled(plans, fact, 'withdrawn', (one) => agreesWith(one, rate, given(fact, 'effectiveFrom')));
        break;
    }
  }
  return plans;
}

/** Whether a plan agrees with all that its withdrawal names. One that lacks what is named does not. */
function agreesWith({ ratePercent, date }: TariffPlan, rate: number | null, named: unknown): boolean {
  const sameDate = (a: string, b: string): boolean => agree(a, b) || dayOfInstant(a, b);
  return (
    (rate === null || rate === ratePercent) && (typeof named !== 'string' || (date !== null && sameDate(date, named)))
  );
}
