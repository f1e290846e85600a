import { z } from 'zod';
import { Slug } from '../values/identifiers.js';
import { Parties, Texts } from '../values/lists.js';
import { Ordinal } from '../values/numbers.js';
import { Party, partyName } from '../values/party.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Text } from '../values/text.js';
import { Title } from '../values/title.js';
import { date } from '../wording/dates.js';
import { ordinal, withArticle } from '../wording/numbers.js';
import { parties } from '../wording/parties.js';
import { because, sentence, when } from '../wording/sentence.js';
import { newTruce, truceNamed, truceOf } from '../wording/truces.js';
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

export const truceBroken = defineEvent({
  type: 'TruceBroken',
  version: 1,
  description: 'A truce was violated.',
  data: z.strictObject({
    truce: Slug.describe('The truce'),
    title: Title,
    by: Party.describe('Who broke it').optional(),
    reason: Text.describe('How or why').optional(),
  }),
  example: { truce: 'cambodia-thailand-ceasefire', by: 'THA', reason: 'shots were fired across the border' },
  sentence: (data) =>
    sentence(
      data.by === undefined ? `${truceNamed(data)} was broken` : `${partyName(data.by)} broke ${truceNamed(data)}`,
      because(data.reason),
    ),
});

export const truceEnded = defineEvent({
  type: 'TruceEnded',
  version: 1,
  description: 'A truce ended for another reason than running out: it was called off or replaced.',
  data: z.strictObject({
    truce: Slug.describe('The truce'),
    title: Title,
    by: Party.describe('Who ended it').optional(),
    reason: Text.describe('Why').optional(),
  }),
  example: { truce: 'us-china-tariff-truce', reason: 'a trade agreement took its place' },
  sentence: (data) =>
    sentence(
      data.by === undefined ? `${truceNamed(data)} ended` : `${partyName(data.by)} ended ${truceNamed(data)}`,
      because(data.reason),
    ),
});
