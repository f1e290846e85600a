import { isOver } from '../dates.js';
import type { Json } from '../pattern.js';
import { given, ofType, type Fact } from '../recorded.js';
import { withLast } from './lists.js';
import { isDue, plansAt, tariffPlans } from './plans.js';

/** The state of a tariff after these facts, which are in fold order and without claims, as of the instant `at`. */
export function tariff(facts: readonly Fact[], at: string): Record<string, Json> {
  const rates = statedRates(facts);
  const last = rates.at(-1);
  const [first] = facts;
  const lifted = ofType(facts, 'TariffChanged', 'TariffLifted').at(-1)?.type === 'TariffLifted';
  return {
    imposedBy: (first?.data['imposedBy'] ?? null) as Json,
    appliesTo: (first?.data['appliesTo'] ?? null) as Json,
    measure: (first?.data['measure'] ?? 'all') as Json,
    ratePercent: lifted ? null : (last?.ratePercent ?? null),
    comparator: lifted ? null : (last?.comparator ?? null),
    basis: last?.basis ?? null,
    previousRatePercent: lifted
      ? (last?.ratePercent ?? last?.previousRatePercent ?? null)
      : (last?.previousRatePercent ?? null),
    products: last?.products ?? null,
    legalReference: last?.legalReference ?? null,
    rates: rates.map((rate) => ({ ...rate })),
    ...holding(facts, at),
    pending: pending(facts, at),
    plans: plansAt(tariffPlans(facts), at),
  };
}

const rateOf = (fact: Fact): number | null => (given(fact, 'ratePercent') ?? null) as number | null;

interface StatedRate {
  basis: string | null;
  ratePercent: number | null;
  comparator: string | null;
  previousRatePercent: number | null;
  products: readonly string[] | null;
  legalReference: string | null;
  since: string;
}

/**
 * The rate of each basis by its last change, the latest last. A run of equal rates ends where the tariff is not in
 * force.
 */
function statedRates(facts: readonly Fact[]): StatedRate[] {
  let rates: StatedRate[] = [];
  let isInForce = false;
  for (const fact of ofType(facts, 'TariffChanged', 'TariffSuspended', 'TariffLifted')) {
    if (fact.type === 'TariffChanged')
      rates = withLast(rates, statedRate(fact, rates, isInForce), ({ basis }) => basis);
    isInForce = fact.type === 'TariffChanged';
  }
  return rates;
}

function statedRate(fact: Fact, rates: readonly StatedRate[], isInForce: boolean): StatedRate {
  const basis = (given(fact, 'basis') ?? null) as string | null;
  const before = rates.find((one) => one.basis === basis);
  const ratePercent = rateOf(fact);
  const comparator = ratePercent === null ? null : ((given(fact, 'comparator') ?? 'eq') as string);
  const isOther = (rate: number | null | undefined): boolean =>
    rate !== null && rate !== undefined && rate !== ratePercent;
  const [previous = null] = [before?.ratePercent, before?.previousRatePercent].filter(isOther);
  const goesOn = isInForce && before?.ratePercent === ratePercent && before.comparator === comparator;
  return {
    basis,
    ratePercent,
    comparator,
    previousRatePercent: (given(fact, 'previousRatePercent') ?? previous) as number | null,
    products: (given(fact, 'products') ?? before?.products ?? null) as string[] | null,
    legalReference: (given(fact, 'legalReference') ?? before?.legalReference ?? null) as string | null,
    since: goesOn ? before.since : fact.occurredAt,
  };
}

/** Whether it is in force, and until when it is suspended or lifted. */
function holding(facts: readonly Fact[], at: string): { status: Json; until: Json } {
  const last = ofType(facts, 'TariffChanged', 'TariffSuspended', 'TariffLifted').at(-1);
  if (last === undefined) return { status: 'unknown', until: null };
  if (last.type === 'TariffChanged') return { status: 'in_force', until: null };
  const until = (given(last, 'until') ?? null) as string | null;
  if (until !== null && isOver(until, at)) return { status: 'unknown', until };
  return { status: last.type === 'TariffSuspended' ? 'suspended' : 'lifted', until };
}

/** What was announced or threatened, and is open or due. */
const pending = (facts: readonly Fact[], at: string): Json[] =>
  tariffPlans(facts)
    .filter(({ fate }) => fate === 'open')
    .map((plan) => ({
      ...{ kind: plan.kind, ratePercent: plan.ratePercent, effectiveFrom: plan.date, condition: plan.condition },
      ...{ event: plan.event, due: isDue(plan, at) },
    }));
