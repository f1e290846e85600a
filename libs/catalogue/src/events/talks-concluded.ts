import { z } from 'zod';
import { Ordinal } from '../values/numbers.js';
import { Place } from '../values/place.js';
import { Slug } from '../values/identifiers.js';
import { Text } from '../values/text.js';
import { Title } from '../values/title.js';
import { inPlace } from '../wording/places.js';
import { because, sentence, when } from '../wording/sentence.js';
import { roundOf } from '../wording/talks.js';
import { defineEvent } from './define-event.js';

export const talksConcluded = defineEvent({
  type: 'TalksConcluded',
  version: 1,
  description: 'Talks, or a round of them, ended. Also for an earlier round of which only the place is known.',
  data: z.strictObject({
    talks: Slug.describe('The series of talks'),
    title: Title,
    round: Ordinal.describe('Which round, as the source counts').optional(),
    place: Place.describe('Where they were held').optional(),
    outcome: Text.describe('Their outcome').optional(),
  }),
  example: { talks: 'us-china-trade-talks', round: 1, place: { name: 'Geneva', country: 'CHE' } },
  sentence: (data) =>
    sentence(roundOf(data, data.round), 'concluded', when(data.place, inPlace), because(data.outcome)),
});
