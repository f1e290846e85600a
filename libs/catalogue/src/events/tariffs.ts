import { z } from 'zod';
import { Basis, Measure, PlannedTariff, Products, productsNeedMeasure } from '../values/closed-values.js';
import { Comparator, Percent } from '../values/numbers.js';
import { Party, partyName } from '../values/party.js';
import { ReducedDate } from '../values/reduced-date.js';
import { refined } from '../values/refined.js';
import { Text } from '../values/text.js';
import { date } from '../wording/dates.js';
import { provided, sentence, when } from '../wording/sentence.js';
import { onTarget, rate, tariffs, tariffsOn, withdrawal } from '../wording/tariffs.js';
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

export const tariffAnnounced = defineEvent({
  type: 'TariffAnnounced',
  version: 1,
  description: 'A party announced tariffs. They stay pending until a later fact says that they are in force.',
  data: PlannedTariff,
  example: { imposedBy: 'USA', appliesTo: 'CHN', ratePercent: 100, effectiveFrom: '2025-11-01' },
  sentence: (data) =>
    sentence(
      partyName(data.imposedBy),
      'announced',
      tariffs(data.measure),
      when(data.ratePercent, (percent) => `of ${rate(percent)}`),
      onTarget(data),
      when(data.effectiveFrom, (day) => `from ${date(day)}`),
      when(data.condition, provided),
    ),
});

export const tariffThreatened = defineEvent({
  type: 'TariffThreatened',
  version: 1,
  description: 'A party threatened tariffs. The threat stays pending until a later fact says that they are in force.',
  data: PlannedTariff,
  example: {
    imposedBy: 'USA',
    appliesTo: 'CHN',
    ratePercent: 100,
    condition: 'unless China lifts its export controls',
  },
  sentence: (data) =>
    sentence(
      partyName(data.imposedBy),
      'threatened',
      tariffs(data.measure),
      when(data.ratePercent, (percent) => `of ${rate(percent)}`),
      onTarget(data),
      when(data.effectiveFrom, (day) => `from ${date(day)}`),
      when(data.condition, provided),
    ),
});

export const tariffPlanWithdrawn = defineEvent({
  type: 'TariffPlanWithdrawn',
  version: 1,
  description:
    'A party withdrew tariffs that it had threatened or announced: every plan that agrees with all that is named here.',
  data: z.strictObject({
    imposedBy: Party.describe('Who was to impose the tariff'),
    appliesTo: Party.describe('On whose goods'),
    measure: Measure.describe('Slug of the measure; all of the party’s tariffs on the other, where it is missing'),
    ratePercent: Percent.describe('Only plans at this rate, in percent').optional(),
    effectiveFrom: ReducedDate.describe('Only plans for this date').optional(),
    reason: Text.describe('Why').optional(),
  }),
  example: { imposedBy: 'USA', appliesTo: 'CHN', ratePercent: 100, reason: 'China delayed its export controls' },
  sentence: (data) => withdrawal(data, 'planned'),
});

export const tariffSuspended = defineEvent({
  type: 'TariffSuspended',
  version: 1,
  description: 'A tariff was put on hold, for a time or until further notice.',
  data: z.strictObject({
    imposedBy: Party.describe('Who imposed the tariff'),
    appliesTo: Party.describe('On whose goods'),
    measure: Measure.describe('Slug of the measure; all of the party’s tariffs on the other, where it is missing'),
    until: ReducedDate.describe('Until when it is on hold, inclusive').optional(),
  }),
  example: { imposedBy: 'CHN', appliesTo: 'USA', measure: 'additional-24-percent', until: '2025-11-10' },
  sentence: (data) =>
    sentence(
      partyName(data.imposedBy),
      'suspended its',
      tariffsOn(data),
      when(data.until, (day) => `until ${date(day)}`),
    ),
});

export const tariffLifted = defineEvent({
  type: 'TariffLifted',
  version: 1,
  description: 'A tariff was lifted.',
  data: z.strictObject({
    imposedBy: Party.describe('Who imposed the tariff'),
    appliesTo: Party.describe('On whose goods'),
    measure: Measure.describe('Slug of the measure; all of the party’s tariffs on the other, where it is missing'),
    until: ReducedDate.describe('Until when it is lifted, inclusive, if for a limited time').optional(),
  }),
  example: { imposedBy: 'USA', appliesTo: 'CAN', measure: 'steel' },
  sentence: (data) =>
    sentence(
      partyName(data.imposedBy),
      'lifted its',
      tariffsOn(data),
      when(data.until, (day) => `until ${date(day)}`),
    ),
});
