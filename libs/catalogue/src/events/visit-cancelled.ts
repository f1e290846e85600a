import { z } from 'zod';
import { People } from '../values/lists.js';
import { Person } from '../values/person.js';
import { Place } from '../values/place.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Slug } from '../values/identifiers.js';
import { Text } from '../values/text.js';
import { Title } from '../values/title.js';
import { date } from '../wording/dates.js';
import { because, sentence, when } from '../wording/sentence.js';
import { was } from '../wording/titles.js';
import { visitNamed } from '../wording/visits.js';
import { defineEvent } from './define-event.js';

export const visitCancelled = defineEvent({
  type: 'VisitCancelled',
  version: 1,
  description: 'A visit that was planned will not be made.',
  data: z.strictObject({
    visit: Slug.describe('The visit'),
    title: Title,
    visitor: Person.describe('Who was to come').optional(),
    place: Place.describe('Where to').optional(),
    purpose: Text.describe('What for').optional(),
    hosts: People.describe('Who was to receive the visitor').optional(),
    scheduledFor: ReducedDate.describe('For when it had been planned').optional(),
    reason: Text.describe('Why').optional(),
  }),
  example: {
    visit: 'trump-south-korea-2025-10',
    visitor: { name: 'Donald Trump', role: 'President', party: 'USA' },
    place: { country: 'KOR' },
    reason: 'a government shutdown',
  },
  sentence: (data) => {
    const visit = visitNamed(data);
    return sentence(
      visit,
      when(data.scheduledFor, (day) => `, planned for ${date(day)},`),
      `${was(visit)} cancelled`,
      because(data.reason),
    );
  },
});
