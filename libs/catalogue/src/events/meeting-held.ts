import { z } from 'zod';
import { People } from '../values/lists.js';
import { Place } from '../values/place.js';
import { Slug } from '../values/identifiers.js';
import { Title } from '../values/title.js';
import { meet, meetingOf, peopleAt } from '../wording/meetings.js';
import { inPlace } from '../wording/places.js';
import { sentence, when } from '../wording/sentence.js';
import { was } from '../wording/titles.js';
import { defineEvent } from './define-event.js';

export const meetingHeld = defineEvent({
  type: 'MeetingHeld',
  version: 1,
  description: 'A meeting took place.',
  data: z.strictObject({
    meeting: Slug.describe('The meeting'),
    title: Title,
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
  sentence: (data) => {
    const { participants } = data;
    const meeting = meetingOf(data, 'a');
    const met =
      participants !== undefined && participants.length > 1
        ? `${peopleAt(data, participants)} ${meet(data, 'past')}`
        : `${meeting} ${was(meeting)} held`;
    return sentence(met, when(data.place, inPlace));
  },
});
