import { z } from 'zod';
import { Parties } from '../values/lists.js';
import { Ordinal } from '../values/numbers.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Slug } from '../values/identifiers.js';
import { Title } from '../values/title.js';
import { date } from '../wording/dates.js';
import { ordinal, withArticle } from '../wording/numbers.js';
import { parties } from '../wording/parties.js';
import { sentence, when } from '../wording/sentence.js';
import { truceNamed, truceOf } from '../wording/truces.js';
import { defineEvent } from './define-event.js';

export const truceExtended = defineEvent({
  type: 'TruceExtended',
  version: 1,
  description: 'A truce was extended. This may be the first event about that truce.',
  data: z.strictObject({
    truce: Slug.describe('The truce'),
    title: Title,
    validUntil: ReducedDate.describe('Until when it now holds, inclusive'),
    ordinal: Ordinal.describe('Which extension it is, by the source’s own count').optional(),
    parties: Parties.describe('Who agreed to it').optional(),
  }),
  example: { truce: 'us-china-tariff-truce', validUntil: '2025-11-10', ordinal: 2 },
  sentence: (data) =>
    sentence(
      data.parties === undefined ? `${truceNamed(data)} was extended` : `${parties(data.parties)} extended`,
      when(data.parties, (codes) => truceOf(new Set(codes).size > 1 ? 'their' : 'its', data)),
      when(data.ordinal, (count) => `for ${withArticle(ordinal(count))} time,`),
      `until ${date(data.validUntil)}`,
    ),
});
