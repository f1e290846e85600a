import { z } from 'zod';
import { Parties } from '../values/lists.js';
import { Place } from '../values/place.js';
import { Text } from '../values/text.js';
import { betweenParties } from '../wording/parties.js';
import { inPlace } from '../wording/places.js';
import { because, sentence, when } from '../wording/sentence.js';
import { defineEvent } from './define-event.js';

export const hostilitiesReported = defineEvent({
  type: 'HostilitiesReported',
  version: 1,
  description: 'Fighting or violence between parties was reported.',
  data: z.strictObject({
    parties: Parties.describe('Between whom'),
    place: Place.describe('Where').optional(),
    description: Text.describe('What happened').optional(),
  }),
  example: { parties: ['KHM', 'THA'], description: 'Deadly border clashes' },
  sentence: (data) =>
    sentence(
      'hostilities',
      betweenParties(data.parties),
      'were reported',
      when(data.place, inPlace),
      because(data.description),
    ),
});
