import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { People } from '../values/lists.js';
import { Place } from '../values/place.js';
import { Slug } from '../values/slug.js';
import { meetingOf } from '../wording/meetings.js';
import { people } from '../wording/people.js';
import { inPlace } from '../wording/places.js';
import { sentence, when } from '../wording/sentence.js';

export const meetingHeld = defineEvent({
  type: 'MeetingHeld',
  version: 1,
  description: 'A meeting took place.',
  data: z.strictObject({
    meeting: Slug.describe('The meeting'),
    participants: People.describe('Who met').optional(),
    place: Place.describe('Where').optional(),
  }),
  example: {
    meeting: 'trump-xi-2025-10',
    participants: [
      { name: 'Donald Trump', role: 'President', party: 'USA' },
      { name: 'Xi Jinping', role: 'President', party: 'CHN' },
    ],
    place: { name: 'Busan', country: 'KOR' },
  },
  sentence: (data) =>
    sentence(
      data.participants !== undefined && data.participants.length > 1
        ? `${people(data.participants)} met`
        : `${meetingOf(data.meeting, data.participants, 'a')} was held`,
      when(data.place, inPlace),
    ),
});
