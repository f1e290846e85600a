import { z } from 'zod';
import { Certainty } from '../values/closed-values.js';
import { EventId } from '../values/identifiers.js';
import { JsonObject } from '../values/json-object.js';
import { ReducedDate } from '../values/reduced-date.js';
import { sentence } from '../wording/sentence.js';
import { defineEvent } from './define-event.js';

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
