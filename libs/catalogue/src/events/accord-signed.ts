import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { Parties, People } from '../values/lists.js';
import { Place } from '../values/place.js';
import { Slug } from '../values/slug.js';
import { Text } from '../values/text.js';
import { accordTitled } from '../wording/accords.js';
import { parties } from '../wording/parties.js';
import { people } from '../wording/people.js';
import { inPlace } from '../wording/places.js';
import { sentence, when } from '../wording/sentence.js';

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
      accordTitled(data.title),
      when(data.place, inPlace),
      when(data.witnesses, (witnesses) => `, witnessed by ${people(witnesses)}`),
    ),
});
