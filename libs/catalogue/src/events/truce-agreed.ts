import { z } from 'zod';
import { Parties, Texts } from '../values/lists.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Slug } from '../values/identifiers.js';
import { Title } from '../values/title.js';
import { date } from '../wording/dates.js';
import { parties } from '../wording/parties.js';
import { sentence, when } from '../wording/sentence.js';
import { newTruce } from '../wording/truces.js';
import { defineEvent } from './define-event.js';

export const truceAgreed = defineEvent({
  type: 'TruceAgreed',
  version: 1,
  description: 'Parties agreed to a truce, in arms or in tariffs.',
  data: z.strictObject({
    truce: Slug.describe('The truce'),
    title: Title,
    parties: Parties.describe('Who agreed to it'),
    validUntil: ReducedDate.describe('Until when it holds, inclusive').optional(),
    terms: Texts.describe('What was agreed').optional(),
  }),
  example: { truce: 'us-china-tariff-truce', parties: ['USA', 'CHN'], validUntil: '2025-11-10' },
  sentence: (data) =>
    sentence(
      parties(data.parties),
      'agreed to',
      newTruce(data),
      when(data.validUntil, (day) => `until ${date(day)}`),
      when(data.terms, (terms) => `: ${terms.join('; ')}`),
    ),
});
