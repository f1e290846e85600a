import { z } from 'zod';
import { Certainty } from '../values/closed-values.js';
import { EventId } from '../values/identifiers.js';
import { JsonObject } from '../values/json-object.js';
import { ReducedDate } from '../values/reduced-date.js';
import { refined } from '../values/refined.js';
import { Text } from '../values/text.js';
import { because, sentence } from '../wording/sentence.js';
import { defineEvent } from './define-event.js';

export const eventCorrected = defineEvent({
  type: 'EventCorrected',
  version: 1,
  about: 'event',
  description:
    'An event was recorded wrongly. Each field given here replaces the whole field. The recorded event is not changed.',
  data: refined(
    z.strictObject({
      target: EventId.describe('The event that is corrected: a fact, or one account of it'),
      data: JsonObject.describe('Its corrected data, complete, as the target’s type defines them').optional(),
      occurredAt: ReducedDate.describe('When it happened').optional(),
      certainty: Certainty.describe('How sure the source is').optional(),
      publishedAt: ReducedDate.describe('When the source of the account was published').optional(),
      reason: Text.describe('What was wrong'),
    }),
    {
      check: ({ data, occurredAt, certainty, publishedAt }) =>
        [data, occurredAt, certainty, publishedAt].some((field) => field !== undefined),
      error: 'must correct something: give data, occurredAt, certainty or publishedAt',
      path: ['data'],
    },
  ).register(z.globalRegistry, {
    anyOf: [
      { required: ['data'] },
      { required: ['occurredAt'] },
      { required: ['certainty'] },
      { required: ['publishedAt'] },
    ],
  }),
  example: {
    target: '01994f6e-8a5c-7c3e-9b0a-5d2f1c7e4a10',
    occurredAt: '2025-04-11',
    reason: 'the order took effect a day later',
  },
  sentence: (data) => sentence('an earlier event was corrected', because(data.reason)),
});

export const eventCorroborated = defineEvent({
  type: 'EventCorroborated',
  version: 1,
  about: 'event',
  source: 'required',
  description:
    'A further source reports a fact that is already recorded: ' +
    'the same, or with a date, values or a certainty of its own.',
  data: z.strictObject({
    target: EventId.describe('The fact that it reports'),
    occurredAt: ReducedDate.describe('When it happened, according to this source').optional(),
    data: JsonObject.describe(
      'The data of the fact according to this source, complete, as the target’s type defines them',
    ).optional(),
    certainty: Certainty.describe('How sure this source is').optional(),
  }),
  example: { target: '01994f6e-8a5c-7c3e-9b0a-5d2f1c7e4a10', occurredAt: '2025-08-11' },
  sentence: (data) =>
    sentence(
      data.occurredAt === undefined && data.data === undefined && data.certainty === undefined
        ? 'a further source told the same'
        : 'a further source gave its own account of an earlier event',
    ),
});

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
