import { z } from 'zod';
import { Texts } from '../values/lists.js';
import { Slug } from '../values/identifiers.js';
import { Title } from '../values/title.js';
import { sentence, topicList } from '../wording/sentence.js';
import { talksNamed } from '../wording/talks.js';
import { defineEvent } from './define-event.js';

export const topicDiscussed = defineEvent({
  type: 'TopicDiscussed',
  version: 1,
  description: 'It became known what talks were about.',
  data: z.strictObject({
    talks: Slug.describe('The series of talks'),
    title: Title,
    topics: Texts.describe('What was talked about'),
  }),
  example: { talks: 'us-china-trade-talks', topics: ['extending the truce', 'rare earths'] },
  sentence: (data) => sentence(talksNamed(data), 'covered', topicList(data.topics)),
});
