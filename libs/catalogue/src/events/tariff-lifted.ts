import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { Party, partyName } from '../values/party.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Measure } from '../values/tariff-values.js';
import { date } from '../wording/dates.js';
import { sentence, when } from '../wording/sentence.js';
import { tariffsOn } from '../wording/tariffs.js';

export const tariffLifted = defineEvent({
  type: 'TariffLifted',
  version: 1,
  description: 'A tariff was taken away.',
  data: z.strictObject({
    imposedBy: Party.describe('Who imposed the tariff'),
    appliesTo: Party.describe('On whose goods'),
    measure: Measure.describe('Slug of the measure; all of the party’s tariffs on the other, where it is missing'),
    until: ReducedDate.describe('Through when it is lifted, where that is for a time').optional(),
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
