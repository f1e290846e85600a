import { z } from 'zod';
import { Comparator, Percent } from '../values/numbers.js';
import { Party, partyName } from '../values/party.js';
import { refined } from '../values/refined.js';
import { Basis, Measure, Products, productsNeedMeasure } from '../values/closed-values.js';
import { Text } from '../values/text.js';
import { sentence, when } from '../wording/sentence.js';
import { rate, tariffsOn } from '../wording/tariffs.js';
import { defineEvent } from './define-event.js';

const TariffChange = refined(
  z.strictObject({
    imposedBy: Party.describe('Who imposes the tariff'),
    appliesTo: Party.describe('On whose goods'),
    measure: Measure.describe('Slug of the measure; all of the party’s tariffs on the other, where it is missing'),
    ratePercent: Percent.describe('The new rate; missing where it is not known').optional(),
    previousRatePercent: Percent.describe('The rate before, where the source gives it').optional(),
    direction: z.enum(['raised', 'reduced']).describe('Which way it went').optional(),
    comparator: Comparator.describe('How the rate is meant; exactly, where it is missing').optional(),
    basis: Basis.describe('What the rate counts').optional(),
    products: Products.describe('HS codes of the goods; only with a measure of their own').optional(),
    legalReference: Text.describe('The order or law behind it').optional(),
  }),
  {
    check: ({ ratePercent, direction }) => ratePercent !== undefined || direction !== undefined,
    error: 'is required where there is no direction',
    path: ['ratePercent'],
  },
  productsNeedMeasure,
).register(z.globalRegistry, {
  anyOf: [{ required: ['ratePercent'] }, { required: ['direction'] }],
  dependentRequired: { products: ['measure'] },
});

export const tariffChanged = defineEvent({
  type: 'TariffChanged',
  version: 1,
  description: 'A tariff changed: to a rate, or up or down to a rate that is not known.',
  data: TariffChange,
  example: { imposedBy: 'USA', appliesTo: 'CHN', ratePercent: 145, direction: 'raised', previousRatePercent: 125 },
  sentence: (data) =>
    sentence(
      ...change(data),
      when(data.legalReference, (reference) => `(${reference})`),
    ),
});

/** "raised … from 125 percent to 145 percent"; without a direction or an earlier rate, "set … at 145 percent". */
function change(data: z.output<typeof TariffChange>): string[] {
  const what = [
    partyName(data.imposedBy),
    data.direction ?? (data.previousRatePercent === undefined ? 'set' : 'changed'),
    'its',
    tariffsOn(data),
  ];
  if (data.previousRatePercent !== undefined) what.push(`from ${rate(data.previousRatePercent)}`);
  if (data.ratePercent === undefined) return [...what, 'to a rate that is not known'];
  const now = rate(data.ratePercent, data.comparator, data.basis);
  if (what[1] === 'set') return [...what, 'at', now];
  return [...what, 'to', now.replace(/^up to/, 'as much as')];
}
