import { z } from 'zod';
import { Ordinal } from '../values/numbers.js';
import { Place } from '../values/place.js';
import { Slug } from '../values/identifiers.js';
import { Title } from '../values/title.js';
import { ordinal, withArticle } from '../wording/numbers.js';
import { inPlace } from '../wording/places.js';
import { sentence, when } from '../wording/sentence.js';
import { roundOf } from '../wording/talks.js';
import { defineEvent } from './define-event.js';

export const talksResumed = defineEvent({
  type: 'TalksResumed',
  version: 1,
  description: 'Talks went on after a break: overnight, or after months.',
  data: z.strictObject({
    talks: Slug.describe('The series of talks'),
    title: Title,
    round: Ordinal.describe('Which round, as the source counts').optional(),
    day: Ordinal.describe('Which day of the round').optional(),
    place: Place.describe('Where they are held').optional(),
  }),
  example: { talks: 'us-china-trade-talks', round: 5, day: 2, place: { country: 'MYS' } },
  sentence: (data) =>
    sentence(
      roundOf(data, data.round),
      'resumed',
      when(data.day, (day) => `for ${withArticle(ordinal(day))} day`),
      when(data.place, inPlace),
    ),
});
