import { z } from 'zod';
import { Text } from '../values/text.js';
import { because, sentence } from '../wording/sentence.js';
import { defineEvent } from './define-event.js';

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
