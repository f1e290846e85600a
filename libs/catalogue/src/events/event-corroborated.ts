import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { Certainty } from '../values/certainty.js';
import { EventId } from '../values/event-id.js';
import { JsonObject } from '../values/json-object.js';
import { ReducedDate } from '../values/reduced-date.js';
import { sentence } from '../wording/sentence.js';

export const eventCorroborated = defineEvent({
  type: 'EventCorroborated',
  version: 1,
  about: 'event',
  source: 'required',
  description:
    'A further source tells a fact that is already recorded: the same, or with a date, values or a certainty of its own.',
  data: z.strictObject({
    target: EventId.describe('The fact that it tells'),
    occurredAt: ReducedDate.describe('When it happened, by this source').optional(),
    data: JsonObject.describe('What happened, by this source, whole and by the target’s own type').optional(),
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
