import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { Ordinal } from '../values/numbers.js';
import { Place } from '../values/place.js';
import { Slug } from '../values/slug.js';
import { Text } from '../values/text.js';
import { because } from '../wording/reasons.js';
import { inPlace } from '../wording/places.js';
import { sentence, when } from '../wording/sentence.js';
import { roundOf } from '../wording/talks.js';

export const talksConcluded = defineEvent({
  type: 'TalksConcluded',
  version: 1,
  description: 'Talks, or a round of them, ended; also an earlier round of which no more is known than where it was.',
  data: z.strictObject({
    talks: Slug.describe('The series of talks'),
    round: Ordinal.describe('Which round, as the source counts').optional(),
    place: Place.describe('Where they were held').optional(),
    outcome: Text.describe('What came of them').optional(),
  }),
  example: { talks: 'us-china-trade-talks', round: 1, place: { name: 'Geneva', country: 'CHE' } },
  sentence: (data) =>
    sentence(roundOf(data.talks, data.round), 'concluded', when(data.place, inPlace), because(data.outcome)),
});
