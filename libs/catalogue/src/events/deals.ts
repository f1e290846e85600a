import { z } from 'zod';
import { DealStatus } from '../values/closed-values.js';
import { Slug } from '../values/identifiers.js';
import { Parties, People, Texts } from '../values/lists.js';
import { Party, partyName } from '../values/party.js';
import { Place } from '../values/place.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Text } from '../values/text.js';
import { Title } from '../values/title.js';
import { accordNamed } from '../wording/accords.js';
import { date } from '../wording/dates.js';
import { dealAt } from '../wording/deals.js';
import { cardinal } from '../wording/numbers.js';
import { parties, people } from '../wording/parties.js';
import { inPlace } from '../wording/places.js';
import { list, sentence, when } from '../wording/sentence.js';
import { defineEvent } from './define-event.js';

export const dealProgressReported = defineEvent({
  type: 'DealProgressReported',
  version: 1,
  description: 'It was reported how far a deal has come.',
  data: z.strictObject({
    deal: Slug.describe('The deal'),
    title: Title,
    parties: Parties.describe('Who negotiates it'),
    status: DealStatus.describe('How far it has come'),
    subject: Text.describe('What it is about').optional(),
  }),
  example: { deal: 'us-korea-tariff-deal', parties: ['USA', 'KOR'], status: 'near_final', subject: 'tariffs' },
  sentence: (data) => dealAt(data.status, data),
});

export const purchaseCommitted = defineEvent({
  type: 'PurchaseCommitted',
  version: 1,
  description: 'A party committed itself to buy goods from another.',
  data: z.strictObject({
    buyer: Party.describe('Who is to buy'),
    seller: Party.describe('From whom'),
    goods: Texts.describe('What is to be bought'),
    quantity: Text.describe('How much, as the source puts it').optional(),
    by: ReducedDate.describe('By when').optional(),
  }),
  example: { buyer: 'CHN', seller: 'USA', goods: ['soybeans'], quantity: '12 million tonnes', by: '2025-12-31' },
  sentence: (data) =>
    sentence(
      partyName(data.buyer),
      'committed to buy',
      when(data.quantity, (quantity) => (/^[\d.,]+$/.test(quantity) ? cardinal(quantity) : `${quantity} of`)),
      list(data.goods),
      'from',
      partyName(data.seller),
      when(data.by, (day) => `by ${date(day)}`),
    ),
});

export const accordSigned = defineEvent({
  type: 'AccordSigned',
  version: 1,
  description: 'Parties signed an accord: a treaty, an agreement, a memorandum.',
  data: z.strictObject({
    accord: Slug.describe('The accord'),
    parties: Parties.describe('Who signed it'),
    title: Text.describe('What it is called').optional(),
    witnesses: People.describe('Who witnessed the signing').optional(),
    place: Place.describe('Where').optional(),
  }),
  example: {
    accord: 'cambodia-thailand-peace-2025',
    parties: ['KHM', 'THA'],
    title: 'Peace accord',
    witnesses: [
      { name: 'Donald Trump', role: 'President', party: 'USA' },
      { name: 'Anwar Ibrahim', role: 'Prime Minister', party: 'MYS' },
    ],
  },
  sentence: (data) =>
    sentence(
      parties(data.parties),
      'signed',
      accordNamed(data.title),
      when(data.place, inPlace),
      when(data.witnesses, (witnesses) => `, witnessed by ${people(witnesses)}`),
    ),
});
