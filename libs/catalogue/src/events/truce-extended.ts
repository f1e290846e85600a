import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { Parties } from '../values/lists.js';
import { Ordinal } from '../values/numbers.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Slug } from '../values/slug.js';
import { date } from '../wording/dates.js';
import { ordinal, withArticle } from '../wording/numbers.js';
import { parties } from '../wording/parties.js';
import { sentence, when } from '../wording/sentence.js';
import { kindOfTruce, truceNamed } from '../wording/truces.js';

export const truceExtended = defineEvent({
  type: 'TruceExtended',
  version: 1,
  description: 'A truce was prolonged. It may be the first thing heard of it.',
  data: z.strictObject({
    truce: Slug.describe('The truce'),
    validUntil: ReducedDate.describe('Through when it now holds'),
    ordinal: Ordinal.describe('Which extension it is, by the source’s own count').optional(),
    parties: Parties.describe('Who agreed to it').optional(),
  }),
  example: { truce: 'us-china-tariff-truce', validUntil: '2025-11-10', ordinal: 2 },
  sentence: (data) =>
    sentence(
      data.parties === undefined
        ? `${truceNamed(data.truce)} was extended`
        : `${parties(data.parties)} extended ${new Set(data.parties).size > 1 ? 'their' : 'its'} ${kindOfTruce(data.truce)}`,
      when(data.ordinal, (count) => `for ${withArticle(ordinal(count))} time,`),
      `until ${date(data.validUntil)}`,
    ),
});
