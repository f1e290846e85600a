import { z } from 'zod';
import { Party } from '../values/party.js';
import { Text } from '../values/text.js';
import { because, quoted, sentence } from '../wording/sentence.js';
import { defineEvent } from './define-event.js';

export const storyOpened = defineEvent({
  type: 'StoryOpened',
  version: 1,
  about: 'story',
  description: 'A running story is followed from now on. Its slug is the one that later events name.',
  data: z.strictObject({
    title: Text.describe('Headline of the story'),
    summary: Text.describe('What it is about, in a sentence or two').optional(),
    topics: z.array(Text).max(50).describe('Topics under which readers find it').optional(),
    parties: z.array(Party).max(100).describe('Parties that it is about').optional(),
  }),
  example: { title: 'US–China trade talks', topics: ['trade', 'tariffs'], parties: ['USA', 'CHN'] },
  sentence: (data) => sentence('the story', quoted(data.title), 'was opened'),
});

export const storyClosed = defineEvent({
  type: 'StoryClosed',
  version: 1,
  about: 'story',
  description: 'A story is no longer followed. It takes no further facts; what was recorded of it is kept.',
  data: z.strictObject({
    reason: Text.describe('Why it was closed').optional(),
  }),
  example: { reason: 'a final agreement came into force' },
  sentence: (data) => sentence('the story was closed', because(data.reason)),
});
