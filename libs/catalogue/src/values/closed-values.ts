import { z } from 'zod';
import { Slug } from './identifiers.js';
import { listOf } from './lists.js';
import { Percent } from './numbers.js';
import { Party } from './party.js';
import { ReducedDate } from './reduced-date.js';
import { refined } from './refined.js';
import { Text } from './text.js';

/** How sure the source is. A claim does not change the state of a view; it is listed separately. */
export const Certainty = z
  .enum(['confirmed', 'reported', 'claimed'])
  .meta({ id: 'Certainty', description: 'How sure the source is; what is only claimed changes no state of a view' });
export type Certainty = z.infer<typeof Certainty>;

/** How far a deal has come. */
export const DealStatus = z
  .enum(['exploring', 'negotiating', 'near_final', 'agreed', 'stalled', 'collapsed'])
  .meta({ id: 'DealStatus', description: 'How far a deal has come' });
export type DealStatus = z.infer<typeof DealStatus>;

/** The kind of a restriction on trade or dealings. */
export const RestrictionKind = z
  .enum(['export_control', 'import_ban', 'quota', 'entity_listing', 'port_fee', 'sanction', 'investigation', 'other'])
  .meta({ id: 'RestrictionKind', description: 'What sort of restriction it is' });
export type RestrictionKind = z.infer<typeof RestrictionKind>;

/** Which of a party's tariffs on another is meant: one measure by its slug, or `all`. */
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

export const MAX_PRODUCTS = 500;

/** HS codes of goods, from a chapter (2 digits) to a national line (10). */
export const Products = listOf(
  z.string().regex(/^\d{2,10}$/, { error: 'must be an HS code of 2 to 10 digits' }),
  MAX_PRODUCTS,
);

/** Products need a measure of their own: the rate of some goods would otherwise be taken for the rate on all. */
export const productsNeedMeasure = {
  check: ({ measure, products }: { measure?: unknown; products?: unknown }): boolean =>
    products === undefined || (measure !== undefined && measure !== 'all'),
  error: 'products need a measure of their own: give `measure` a name other than all',
  path: ['products'],
};

/** A tariff that is threatened or announced, and not yet in force. */
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
