import { Comparator, Percent } from '#catalogue/values/numbers.js';
import { Party } from '#catalogue/values/party.js';
import { ReducedDate } from '#catalogue/values/reduced-date.js';
import { Slug } from '#catalogue/values/slug.js';
import { Basis } from '#catalogue/values/tariff-values.js';
import { Text } from '#catalogue/values/text.js';
import { z } from 'zod';
import { LATEST } from '../lists/latest.js';

/**
 * A rate by what it counts: the latest of each basis. Rates of different bases hold side by side; none replaces
 * another.
 */
const Rate = z.strictObject({
  basis: Basis.nullable(),
  ratePercent: Percent.nullable(),
  comparator: Comparator.nullable(),
  previousRatePercent: Percent.nullable(),
  since: ReducedDate,
});
export type Rate = z.infer<typeof Rate>;

/** What was announced or threatened, and has not been told to hold. `due`: its date has passed. */
const Pending = z.strictObject({
  kind: z.enum(['announced', 'threatened']),
  ratePercent: Percent.nullable(),
  effectiveFrom: ReducedDate.nullable(),
  condition: Text.nullable(),
  due: z.boolean(),
  event: z.string(),
});
export type Pending = z.infer<typeof Pending>;

export const Tariff = z.strictObject({
  imposedBy: Party,
  appliesTo: Party,
  measure: Slug,
  ratePercent: Percent.nullable(),
  comparator: Comparator.nullable(),
  basis: Basis.nullable(),
  previousRatePercent: Percent.nullable(),
  rates: z.array(Rate).max(LATEST),
  status: z.enum(['in_force', 'suspended', 'lifted', 'unknown']),
  until: ReducedDate.nullable(),
  pending: z.array(Pending).max(LATEST),
});
export type Tariff = z.infer<typeof Tariff>;

/** Whose tariff on whom, and which of them: what every fact about a tariff names. */
export type TariffNames = Pick<Tariff, 'imposedBy' | 'appliesTo' | 'measure'>;

/** A tariff of which nothing has been told. */
export function initialTariff({ imposedBy, appliesTo, measure }: TariffNames): Tariff {
  const rate = { ratePercent: null, comparator: null, basis: null, previousRatePercent: null };
  return { imposedBy, appliesTo, measure, ...rate, rates: [], status: 'unknown', until: null, pending: [] };
}

/** The rate last known before one that is not told: what stood, or else what stood before that. */
export function lastKnown(rate: Pick<Rate, 'ratePercent' | 'previousRatePercent'> | undefined): number | null {
  return rate?.ratePercent ?? rate?.previousRatePercent ?? null;
}
