import { z } from 'zod';
import { Texts } from '../values/lists.js';
import { Comparator, Hours, Ordinal } from '../values/numbers.js';
import { Slug } from '../values/identifiers.js';
import { Title } from '../values/title.js';
import { sentence, topicList, when } from '../wording/sentence.js';
import { hours } from '../wording/numbers.js';
import { roundOf } from '../wording/talks.js';
import { defineEvent } from './define-event.js';

export const talksSessionHeld = defineEvent({
  type: 'TalksSessionHeld',
  version: 1,
  description: 'The two sides sat together: one session of talks, with its length where it is known.',
  data: z.strictObject({
    talks: Slug.describe('The series of talks'),
    title: Title,
    round: Ordinal.describe('Which round, as the source counts').optional(),
    hours: Hours.describe('How long it lasted, in hours').optional(),
    comparator: Comparator.describe('How the hours are meant; exactly, where it is missing').optional(),
    topics: Texts.describe('What was talked about').optional(),
  }),
  example: { talks: 'us-china-trade-talks', round: 5, hours: 5, comparator: 'more_than' },
  sentence: (data) =>
    sentence(
      'a session of',
      roundOf(data, data.round),
      data.hours === undefined ? 'was held' : `lasted ${hours(data.hours, data.comparator)}`,
      when(data.topics, (topics) => `and covered ${topicList(topics)}`),
    ),
});
