import { z } from 'zod';
import { Slug } from '../values/identifiers.js';
import { People } from '../values/lists.js';
import { Place } from '../values/place.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Text } from '../values/text.js';
import { Title } from '../values/title.js';
import { date } from '../wording/dates.js';
import { meet, meetingOf, occasion, peopleAt } from '../wording/meetings.js';
import { inPlace } from '../wording/places.js';
import { because, sentence, when } from '../wording/sentence.js';
import { was } from '../wording/titles.js';
import { defineEvent } from './define-event.js';

export const meetingScheduled = defineEvent({
  type: 'MeetingScheduled',
  version: 1,
  description:
    'A meeting is planned. `occurredAt` is the date of the plan; the meeting counts as held only by a later fact.',
  data: z.strictObject({
    meeting: Slug.describe('The meeting'),
    title: Title,
    participants: People.describe('Who is to meet'),
    scheduledFor: ReducedDate.describe('For when').optional(),
    place: Place.describe('Where').optional(),
    occasion: Text.describe('On what occasion').optional(),
  }),
  example: {
    meeting: 'trump-xi-2025-10',
    participants: [
      { name: 'Donald Trump', role: 'President', party: 'USA' },
      { name: 'Xi Jinping', role: 'President', party: 'CHN' },
    ],
    scheduledFor: '2025-10-30',
    place: { country: 'KOR' },
    occasion: 'APEC summit',
  },
  sentence: (data) => {
    const meeting = meetingOf(data, 'a');
    return sentence(
      meeting,
      `${was(meeting)} scheduled`,
      when(data.scheduledFor, (day) => `for ${date(day)}`),
      when(data.place, (place) => (data.scheduledFor === undefined ? `to be held ${inPlace(place)}` : inPlace(place))),
      when(data.occasion, (text) => `, on the occasion of ${occasion(text)}`),
    );
  },
});

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
