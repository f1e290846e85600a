import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { Text } from '../values/text.js';
import { because } from '../wording/reasons.js';
import { sentence } from '../wording/sentence.js';

export const storyClosed = defineEvent({
  type: 'StoryClosed',
  version: 1,
  about: 'story',
  description: 'A story is no longer followed. It takes no further facts; what was recorded of it stays.',
  data: z.strictObject({
    reason: Text.describe('Why it was closed').optional(),
  }),
  example: { reason: 'a final agreement came into force' },
  sentence: (data) => sentence('the story was closed', because(data.reason)),
});
