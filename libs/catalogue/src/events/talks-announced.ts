import { z } from 'zod';
import { Parties } from '../values/lists.js';
import { Ordinal } from '../values/numbers.js';
import { Place } from '../values/place.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Slug } from '../values/identifiers.js';
import { Title } from '../values/title.js';
import { date } from '../wording/dates.js';
import { inPlace } from '../wording/places.js';
import { sentence, when } from '../wording/sentence.js';
import { aRoundBetween } from '../wording/talks.js';
import { was } from '../wording/titles.js';
import { defineEvent } from './define-event.js';

export const talksAnnounced = defineEvent({
  type: 'TalksAnnounced',
  version: 1,
  description: 'Talks, or a round of them, were announced. They have not begun until a later fact says so.',
  data: z.strictObject({
    talks: Slug.describe('The series of talks'),
    title: Title,
    parties: Parties.describe('Who is to talk'),
    round: Ordinal.describe('Which round, as the source counts').optional(),
    place: Place.describe('Where they are to be held').optional(),
    scheduledFor: ReducedDate.describe('When they are to begin').optional(),
  }),
  example: {
    talks: 'us-china-trade-talks',
    parties: ['USA', 'CHN'],
    round: 5,
    place: { name: 'Kuala Lumpur', country: 'MYS' },
    scheduledFor: '2025-10-25',
  },
  sentence: (data) => {
    const round = aRoundBetween(data, data.parties, data.round);
    return sentence(
      round,
      `${was(round)} announced`,
      when(data.scheduledFor, (day) => `for ${date(day)}`),
      when(data.place, (place) =>
        data.scheduledFor === undefined ? `, to be held ${inPlace(place)}` : inPlace(place),
      ),
    );
  },
});
