import { z } from 'zod';
import { Percent } from '../values/numbers.js';
import { Party } from '../values/party.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Measure } from '../values/closed-values.js';
import { Text } from '../values/text.js';
import { withdrawal } from '../wording/tariffs.js';
import { defineEvent } from './define-event.js';

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
