import type { DataOf } from '#catalogue/catalogue.js';
import { periodOf } from '#catalogue/values/reduced-date.js';
import type { FoldedFact } from '../define-view.js';
import { upsert } from '../lists/latest.js';
import { newPlan, settle, withPlan } from '../plans/plan.js';
import { isSameDate, isSameOrWithin } from '../time/ends.js';
import { initialTariff, lastKnown, type FoldedTariff, type Rate, type TariffPlan } from './tariff.js';

/**
 * A new rate of one basis. A change that states only the direction leaves the rate unknown: "reduced from 145" is no
 * longer 145, and no source said what it is.
 */
export function changed(before: FoldedTariff | null, fact: FoldedFact<DataOf<'TariffChanged'>>): FoldedTariff {
  const { data, occurredAt } = fact;
  const tariff = before ?? initialTariff(data);
  const basis = data.basis ?? null;
  const previous = tariff.rates.find((rate) => rate.basis === basis);
  const stated = statedRate(data);
  const rate = {
    ...stated,
    basis,
    previousRatePercent: data.previousRatePercent ?? otherThan(stated.ratePercent, previous),
    products: data.products ?? previous?.products ?? null,
    legalReference: data.legalReference ?? previous?.legalReference ?? null,
  };
  const goesOn = previous && tariff.status === 'in_force' && isSameRate(previous, stated);
  return {
    ...tariff,
    ...rate,
    rates: upsert<Rate>(tariff.rates, ({ basis }) => basis, { ...rate, since: goesOn ? previous.since : occurredAt }),
    status: 'in_force',
    until: null,
    plans: settledByChange(tariff.plans, fact),
  };
}

/**
 * The rate of each basis is a property of its own: 30 additional and 55 cumulative do not contradict each other. A rate
 * that is not stated is "not known", which contradicts no value.
 */
export function changeSays(data: DataOf<'TariffChanged'>): Record<string, unknown> {
  const rate = statedRate(data);
  return {
    [`rate:${data.basis ?? 'unstated'}`]: rate.ratePercent === null ? null : rate,
    status: 'in_force',
    until: null,
  };
}

/** Not collected for a while. The rate is kept: it applies again after the suspension. */
export function suspended(before: FoldedTariff | null, { data }: FoldedFact<DataOf<'TariffSuspended'>>): FoldedTariff {
  return { ...(before ?? initialTariff(data)), status: 'suspended', until: data.until ?? null };
}

/**
 * Nothing is in force, so `ratePercent` is `null`, and not 0, which would be a rate. The last known rate moves to
 * `previousRatePercent`, and `rates` keeps the latest of each basis. A lift can be temporary (`until`).
 */
export function lifted(before: FoldedTariff | null, { data }: FoldedFact<DataOf<'TariffLifted'>>): FoldedTariff {
  const tariff = before ?? initialTariff(data);
  return {
    ...tariff,
    ratePercent: null,
    comparator: null,
    previousRatePercent: lastKnown(tariff),
    status: 'lifted',
    until: data.until ?? null,
  };
}

const isSameRate = (
  a: Pick<Rate, 'ratePercent' | 'comparator'>,
  b: Pick<Rate, 'ratePercent' | 'comparator'>,
): boolean => a.ratePercent === b.ratePercent && a.comparator === b.comparator;

/** The last known rate of a basis that is another than the new one: a rate that is repeated is not its own previous. */
function otherThan(ratePercent: number | null, previous: Rate | undefined): number | null {
  const known = [previous?.ratePercent, previous?.previousRatePercent];
  return known.find((rate) => rate != null && rate !== ratePercent) ?? null;
}

/**
 * What was announced or threatened is a plan, and changes nothing that is in force. It supersedes the earlier plans for
 * the same date.
 */
export function planned(kind: TariffPlan['kind']) {
  return (
    before: FoldedTariff | null,
    { id, data }: FoldedFact<DataOf<'TariffAnnounced' | 'TariffThreatened'>>,
  ): FoldedTariff => {
    const tariff = before ?? initialTariff(data);
    const { ratePercent = null, effectiveFrom, condition = null } = data;
    const isForThatDate = ({ date }: TariffPlan): boolean =>
      date !== null && effectiveFrom !== undefined && isSameDate(date, effectiveFrom);
    const plans = settle(tariff.plans, isForThatDate, 'superseded', id);
    return { ...tariff, plans: withPlan(plans, { kind, ratePercent, ...newPlan(id, effectiveFrom), condition }) };
  };
}

/**
 * A change fulfils the plans of its rate and those without a rate. A change to another known rate supersedes the plans
 * whose dates have begun by then. One to a rate that is not stated does not show what became of a planned rate.
 */
function settledByChange(
  plans: TariffPlan[],
  { id, data, occurredAt }: FoldedFact<DataOf<'TariffChanged'>>,
): TariffPlan[] {
  const { ratePercent } = data;
  const isFulfilled = (plan: TariffPlan): boolean => plan.ratePercent === null || plan.ratePercent === ratePercent;
  const fulfilled = settle(plans, isFulfilled, 'fulfilled', id);
  if (ratePercent === undefined) return fulfilled;
  const { from } = periodOf(occurredAt);
  return settle(fulfilled, ({ date }) => date !== null && periodOf(date).from <= from, 'superseded', id);
}

/** Settles every plan that agrees with all that the withdrawal names. A plan that lacks what is named does not. */
export function planWithdrawn(
  before: FoldedTariff | null,
  { id, data }: FoldedFact<DataOf<'TariffPlanWithdrawn'>>,
): FoldedTariff {
  const tariff = before ?? initialTariff(data);
  const { ratePercent, effectiveFrom } = data;
  const isMeant = (plan: TariffPlan): boolean =>
    (ratePercent === undefined || plan.ratePercent === ratePercent) &&
    (effectiveFrom === undefined || (plan.date !== null && isSameOrWithin(plan.date, effectiveFrom)));
  return { ...tariff, plans: settle(tariff.plans, isMeant, 'withdrawn', id) };
}

function statedRate(data: DataOf<'TariffChanged'>): Pick<Rate, 'ratePercent' | 'comparator'> {
  if (data.ratePercent === undefined) return { ratePercent: null, comparator: null };
  return { ratePercent: data.ratePercent, comparator: data.comparator ?? 'eq' };
}
