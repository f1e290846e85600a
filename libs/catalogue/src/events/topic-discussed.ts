import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { Texts } from '../values/lists.js';
import { Slug } from '../values/slug.js';
import { topicList } from '../wording/lists.js';
import { sentence } from '../wording/sentence.js';
import { talksNamed } from '../wording/talks.js';

export const topicDiscussed = defineEvent({
  type: 'TopicDiscussed',
  version: 1,
  description: 'It became known what was talked about.',
  data: z.strictObject({
    talks: Slug.describe('The series of talks'),
    topics: Texts.describe('What was talked about'),
  }),
  example: { talks: 'us-china-trade-talks', topics: ['extending the truce', 'rare earths'] },
  sentence: (data) => sentence(talksNamed(data.talks), 'covered', topicList(data.topics)),
});
