import { z } from 'zod';
import { Party, partyName } from '../values/party.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Measure } from '../values/closed-values.js';
import { date } from '../wording/dates.js';
import { sentence, when } from '../wording/sentence.js';
import { tariffsOn } from '../wording/tariffs.js';
import { defineEvent } from './define-event.js';

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
