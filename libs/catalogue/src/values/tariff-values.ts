import { z } from 'zod';
import { listOf } from './lists.js';
import { Percent } from './numbers.js';
import { Party } from './party.js';
import { ReducedDate } from './reduced-date.js';
import { refined } from './refined.js';
import { Slug } from './slug.js';
import { Text } from './text.js';

/** Which of a party's tariffs on another is meant: a measure by its slug, or all of them. */
export const Measure = Slug.default('all');

/**
 * What a rate counts: this measure alone, all additional ones together, everything, or an average weighted by trade.
 */
export const Basis = z.enum(['additional', 'cumulative', 'all_in', 'trade_weighted_average']).meta({
  id: 'Basis',
  description:
    'What the rate counts: this duty alone, all additional ones, everything, or an average weighted by trade',
});
export type Basis = z.infer<typeof Basis>;

/** HS codes of goods, from a chapter (2 digits) to a national line (10). */
export const Products = listOf(z.string().regex(/^\d{2,10}$/, { error: 'must be an HS code of 2 to 10 digits' }), 500);

/** Products belong to a measure of their own: rates of single goods would otherwise pass for the rate on all. */
export const productsNeedMeasure = {
  check: ({ measure, products }: { measure?: unknown; products?: unknown }): boolean =>
    products === undefined || (measure !== undefined && measure !== 'all'),
  error: 'products need a measure of their own: give `measure` a name other than all',
  path: ['products'],
};

/** A tariff that somebody threatens or announces: nothing of it holds yet. */
export const PlannedTariff = refined(
  z.strictObject({
    imposedBy: Party.describe('Who is to impose it'),
    appliesTo: Party.describe('On whose goods'),
    measure: Measure.describe('Slug of the measure; all of the party’s tariffs on the other, where it is missing'),
    ratePercent: Percent.describe('At which rate, in percent').optional(),
    products: Products.describe('HS codes of the goods; only with a measure of their own').optional(),
    effectiveFrom: ReducedDate.describe('From when').optional(),
    condition: Text.describe('Under which condition, best as a clause: “unless …”, “if …”').optional(),
  }),
  productsNeedMeasure,
).register(z.globalRegistry, { dependentRequired: { products: ['measure'] } });
