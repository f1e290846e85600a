import { Comparator, Percent } from '#catalogue/values/numbers.js';
import { Party } from '#catalogue/values/party.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { Slug } from '#catalogue/values/identifiers.js';
import { Basis, MAX_PRODUCTS } from '#catalogue/values/closed-values.js';
import { Text } from '#catalogue/values/text.js';
import { z } from 'zod';
import { LATEST } from '../lists/latest.js';
import { isUnsettled, planProperties } from '../plans/plan.js';

/** HS codes; `null` where no fact gave any. */
const Goods = z.array(z.string()).max(MAX_PRODUCTS).nullable();

/**
 * The latest rate of one basis. Rates of different bases are in force at the same time; none replaces another. `since`
 * is the date of the fact that opened its latest unbroken run; `previousRatePercent` is the last known other rate.
 */
const Rate = z.strictObject({
  basis: Basis.nullable(),
  ratePercent: Percent.nullable(),
  comparator: Comparator.nullable(),
  previousRatePercent: Percent.nullable(),
  since: ReducedDate,
  products: Goods,
  legalReference: Text.nullable(),
});
export type Rate = z.infer<typeof Rate>;

/** A rate that was announced or threatened. */
const TariffPlan = z.strictObject({
  kind: z.enum(['announced', 'threatened']),
  ratePercent: Percent.nullable(),
  ...planProperties,
  condition: Text.nullable(),
});
export type TariffPlan = z.infer<typeof TariffPlan>;

/** A plan that no fact has settled. `due`: its date has passed. */
const Pending = z.strictObject({
  kind: z.enum(['announced', 'threatened']),
  ratePercent: Percent.nullable(),
  effectiveFrom: ReducedDate.nullable(),
  condition: Text.nullable(),
  due: z.boolean(),
  event: z.string(),
});
export type Pending = z.infer<typeof Pending>;

export const FoldedTariff = z.strictObject({
  imposedBy: Party,
  appliesTo: Party,
  measure: Slug,
  ratePercent: Percent.nullable(),
  comparator: Comparator.nullable(),
  basis: Basis.nullable(),
  previousRatePercent: Percent.nullable(),
  products: Goods,
  legalReference: Text.nullable(),
  rates: z.array(Rate).max(LATEST),
  status: z.enum(['in_force', 'suspended', 'lifted', 'unknown']),
  until: ReducedDate.nullable(),
  plans: z.array(TariffPlan).max(LATEST),
});
export type FoldedTariff = z.infer<typeof FoldedTariff>;

/** As it is shown. `pending` is made of the plans and not folded. */
export const Tariff = z.strictObject({ ...FoldedTariff.shape, pending: z.array(Pending).max(LATEST) });
export type Tariff = z.infer<typeof Tariff>;

/** Who imposes the tariff, on whom, and which one it is: every fact about a tariff has these. */
export type TariffNames = Pick<Tariff, 'imposedBy' | 'appliesTo' | 'measure'>;

/** A tariff before its first fact. */
export function initialTariff({ imposedBy, appliesTo, measure }: TariffNames): FoldedTariff {
  const rate = { ratePercent: null, comparator: null, basis: null, previousRatePercent: null };
  const order = { products: null, legalReference: null };
  return { imposedBy, appliesTo, measure, ...rate, ...order, rates: [], status: 'unknown', until: null, plans: [] };
}

/** The last known rate: the rate itself, or the previous one if it is not known. */
export function lastKnown(rate: Pick<Rate, 'ratePercent' | 'previousRatePercent'> | undefined): number | null {
  return rate?.ratePercent ?? rate?.previousRatePercent ?? null;
}

/** The plans that no fact has settled. */
export function pendingOf(plans: readonly TariffPlan[]): Pending[] {
  return plans.filter(isUnsettled).map(({ kind, ratePercent, date, condition, fate, event }) => ({
    ...{ kind, ratePercent, effectiveFrom: date, condition },
    ...{ due: fate === 'due', event },
  }));
}
