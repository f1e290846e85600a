import type { Comparator } from '../values/numbers.js';
import type { Basis } from '../values/closed-values.js';
import { date } from './dates.js';
import { because, sentence, shortList, when } from './sentence.js';
import { percent } from './numbers.js';
import { partyName } from '../values/party.js';
import { target } from './parties.js';
import { plain } from './slugs.js';

const MAX_PRODUCTS = 5;
const BASES: Record<Basis, [plain: string, compared: string]> = {
  additional: ['an additional ', 'an additional duty of '],
  cumulative: ['a cumulative ', 'a cumulative rate of '],
  all_in: ['an all-in rate of ', 'an all-in rate of '],
  trade_weighted_average: ['a trade-weighted average of ', 'a trade-weighted average of '],
};

interface Tariff {
  appliesTo: string;
  measure: string;
  products?: readonly string[] | undefined;
}

/** "tariffs", or those of one measure: "“section 232 steel” tariffs". */
export function tariffs(measure: string): string {
  return measure === 'all' ? 'tariffs' : `“${plain(measure)}” tariffs`;
}

/** "on China", "on China (HS codes 7206 and 7207)". */
export function onTarget({ appliesTo, products }: Omit<Tariff, 'measure'>): string {
  const goods = products && `(HS ${products.length === 1 ? 'code' : 'codes'} ${shortList(products, MAX_PRODUCTS)})`;
  return `on ${target(appliesTo)}${goods ? ` ${goods}` : ''}`;
}

/** "tariffs on China". */
export function tariffsOn(tariff: Tariff): string {
  return `${tariffs(tariff.measure)} ${onTarget(tariff)}`;
}

/** A rate as the source means it: "up to 125 percent", "a cumulative 145 percent". */
export function rate(value: number, comparator: Comparator = 'eq', basis?: Basis): string {
  if (basis === undefined) return percent(value, comparator);
  return BASES[basis][comparator === 'eq' ? 0 : 1] + percent(value, comparator);
}

interface Withdrawal extends Tariff {
  imposedBy: string;
  ratePercent?: number | undefined;
  effectiveFrom?: string | undefined;
  reason?: string | undefined;
}

/**
 * "The US withdrew its threat of 100 percent tariffs on China from 1 November 2025".
 *
 * @param was how the tariffs had been reported; `planned`: in more than one way, or it is not known
 */
export function withdrawal(data: Withdrawal, was: 'announced' | 'threat of' | 'threats of' | 'planned'): string {
  return sentence(
    partyName(data.imposedBy),
    `withdrew its ${was}`,
    when(data.ratePercent, (value) => rate(value)),
    tariffsOn(data),
    when(data.effectiveFrom, (day) => `from ${date(day)}`),
    because(data.reason),
  );
}
