import { partyName } from '../values/party.js';
import { PlannedTariff } from '../values/closed-values.js';
import { date } from '../wording/dates.js';
import { provided, sentence, when } from '../wording/sentence.js';
import { onTarget, rate, tariffs } from '../wording/tariffs.js';
import { defineEvent } from './define-event.js';

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
