import { z } from 'zod';
import { EventId } from '../values/identifiers.js';
import { Text } from '../values/text.js';
import { because, sentence } from '../wording/sentence.js';
import { defineEvent } from './define-event.js';

export const eventRetracted = defineEvent({
  type: 'EventRetracted',
  version: 1,
  about: 'event',
  description: 'An event is withdrawn: it should not have been recorded. It stays in the log and no longer counts.',
  data: z.strictObject({
    target: EventId.describe('The event that is withdrawn: a fact, or one account of it'),
    reason: Text.describe('Why'),
  }),
  example: { target: '01994f6e-8a5c-7c3e-9b0a-5d2f1c7e4a10', reason: 'the report was withdrawn by its publisher' },
  sentence: (data) => sentence('an earlier event was withdrawn', because(data.reason)),
});
