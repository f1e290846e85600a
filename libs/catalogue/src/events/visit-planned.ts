import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { People } from '../values/lists.js';
import { Person } from '../values/person.js';
import { Place } from '../values/place.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Text } from '../values/text.js';
import { onDate } from '../wording/dates.js';
import { purpose, visitOf } from '../wording/meetings.js';
import { people, person } from '../wording/people.js';
import { placeName } from '../wording/places.js';
import { sentence, when } from '../wording/sentence.js';

export const visitPlanned = defineEvent({
  type: 'VisitPlanned',
  version: 1,
  description: 'A visit is planned. It is made when a later fact says so.',
  data: z.strictObject({
    visitor: Person.describe('Who is to come'),
    place: Place.describe('Where to'),
    purpose: Text.describe('What for').optional(),
    hosts: People.describe('Who is to receive the visitor').optional(),
    scheduledFor: ReducedDate.describe('For when').optional(),
  }),
  example: {
    visitor: { name: 'Donald Trump', role: 'President', party: 'USA' },
    place: { country: 'KOR' },
    purpose: 'APEC summit',
    scheduledFor: '2025-10-30',
  },
  sentence: (data) => {
    const visit = visitOf(data.purpose);
    return sentence(
      person(data.visitor),
      visit === null ? 'planned to visit' : `planned ${visit} to`,
      placeName(data.place),
      when(data.scheduledFor, onDate),
      visit === null ? when(data.purpose, purpose) : undefined,
      when(data.hosts, (hosts) => `, to be received by ${people(hosts)}`),
    );
  },
});
