import { z } from 'zod';
import { Parties, People } from '../values/lists.js';
import { Place } from '../values/place.js';
import { Slug } from '../values/identifiers.js';
import { Text } from '../values/text.js';
import { accordNamed } from '../wording/accords.js';
import { parties, people } from '../wording/parties.js';
import { inPlace } from '../wording/places.js';
import { sentence, when } from '../wording/sentence.js';
import { defineEvent } from './define-event.js';

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
