import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { Certainty } from '../values/certainty.js';
import { EventId } from '../values/event-id.js';
import { JsonObject } from '../values/json-object.js';
import { ReducedDate } from '../values/reduced-date.js';
import { refined } from '../values/refined.js';
import { Text } from '../values/text.js';
import { because } from '../wording/reasons.js';
import { sentence } from '../wording/sentence.js';

export const eventCorrected = defineEvent({
  type: 'EventCorrected',
  version: 1,
  about: 'event',
  description:
    'An event was recorded wrongly: each field given here takes the place of the whole of that field. Nothing recorded is changed.',
  data: refined(
    z.strictObject({
      target: EventId.describe('The event that is corrected: a fact, or one account of it'),
      data: JsonObject.describe('Its data, right and whole, by the target’s own type').optional(),
      occurredAt: ReducedDate.describe('When it happened').optional(),
      certainty: Certainty.describe('How sure the source is').optional(),
      reason: Text.describe('What was wrong'),
    }),
    {
      check: ({ data, occurredAt, certainty }) =>
        data !== undefined || occurredAt !== undefined || certainty !== undefined,
      error: 'must correct something: give data, occurredAt or certainty',
      path: ['data'],
    },
  ).register(z.globalRegistry, {
    anyOf: [{ required: ['data'] }, { required: ['occurredAt'] }, { required: ['certainty'] }],
  }),
  example: {
    target: '01994f6e-8a5c-7c3e-9b0a-5d2f1c7e4a10',
    occurredAt: '2025-04-11',
    reason: 'the order took effect a day later',
  },
  sentence: (data) => sentence('an earlier event was corrected', because(data.reason)),
});
