import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { People } from '../values/lists.js';
import { Place } from '../values/place.js';
import { Slug } from '../values/slug.js';
import { Text } from '../values/text.js';
import { meetingOf } from '../wording/meetings.js';
import { inPlace } from '../wording/places.js';
import { because } from '../wording/reasons.js';
import { sentence, when } from '../wording/sentence.js';

export const meetingCancelled = defineEvent({
  type: 'MeetingCancelled',
  version: 1,
  description: 'A meeting that was planned will not take place.',
  data: z.strictObject({
    meeting: Slug.describe('The meeting'),
    participants: People.describe('Who was to meet').optional(),
    place: Place.describe('Where it was to be').optional(),
    reason: Text.describe('Why').optional(),
  }),
  example: { meeting: 'trump-xi-2025-10', reason: 'new export controls' },
  sentence: (data) =>
    sentence(
      meetingOf(data.meeting, data.participants, 'the'),
      when(data.place, inPlace),
      'was cancelled',
      because(data.reason),
    ),
});
