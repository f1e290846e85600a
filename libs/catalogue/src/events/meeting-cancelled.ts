import { z } from 'zod';
import { People } from '../values/lists.js';
import { Place } from '../values/place.js';
import { Slug } from '../values/identifiers.js';
import { Text } from '../values/text.js';
import { Title } from '../values/title.js';
import { meetingOf } from '../wording/meetings.js';
import { inPlace } from '../wording/places.js';
import { because, sentence, when } from '../wording/sentence.js';
import { was } from '../wording/titles.js';
import { defineEvent } from './define-event.js';

export const meetingCancelled = defineEvent({
  type: 'MeetingCancelled',
  version: 1,
  description: 'A meeting that was planned will not take place.',
  data: z.strictObject({
    meeting: Slug.describe('The meeting'),
    title: Title,
    participants: People.describe('Who was to meet').optional(),
    place: Place.describe('Where it was to be').optional(),
    reason: Text.describe('Why').optional(),
  }),
  example: { meeting: 'trump-xi-2025-10', reason: 'new export controls' },
  sentence: (data) => {
    const meeting = meetingOf(data, 'the');
    return sentence(meeting, when(data.place, inPlace), `${was(meeting)} cancelled`, because(data.reason));
  },
});
