import type { Comparator } from '../values/numbers.js';
import type { Basis } from '../values/tariff-values.js';
import { shortList } from './lists.js';
import { percent } from './numbers.js';
import { target } from './parties.js';
import { plain } from './slugs.js';

const PRODUCTS_TOLD = 5;
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

/** "tariffs", or the measure's own: "“section 232 steel” tariffs". */
export function tariffs(measure: string): string {
  return measure === 'all' ? 'tariffs' : `“${plain(measure)}” tariffs`;
}

/** On whom and on what: "on China", "on China (HS codes 7206 and 7207)". */
export function onTarget({ appliesTo, products }: Omit<Tariff, 'measure'>): string {
  const goods = products && `(HS ${products.length === 1 ? 'code' : 'codes'} ${shortList(products, PRODUCTS_TOLD)})`;
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
