import { z } from 'zod';
import { Party, partyName } from '../values/party.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Measure } from '../values/closed-values.js';
import { date } from '../wording/dates.js';
import { sentence, when } from '../wording/sentence.js';
import { tariffsOn } from '../wording/tariffs.js';
import { defineEvent } from './define-event.js';

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
