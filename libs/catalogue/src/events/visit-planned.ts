import { z } from 'zod';
import { People } from '../values/lists.js';
import { Person } from '../values/person.js';
import { Place } from '../values/place.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Slug } from '../values/identifiers.js';
import { Text } from '../values/text.js';
import { Title } from '../values/title.js';
import { onDate } from '../wording/dates.js';
import { purpose, visitOf } from '../wording/meetings.js';
import { people, person } from '../wording/parties.js';
import { placeName } from '../wording/places.js';
import { sentence, when } from '../wording/sentence.js';
import { titled } from '../wording/titles.js';
import { defineEvent } from './define-event.js';

export const visitPlanned = defineEvent({
  type: 'VisitPlanned',
  version: 1,
  description: 'A visit is planned. It counts as made only once a later fact says so.',
  data: z.strictObject({
    visit: Slug.describe('The visit, where several facts are to be about it').optional(),
    visitor: Person.describe('Who is to come'),
    title: Title,
    place: Place.describe('Where to'),
    purpose: Text.describe('What for').optional(),
    hosts: People.describe('Who is to receive the visitor').optional(),
    scheduledFor: ReducedDate.describe('For when').optional(),
  }),
  example: {
    visit: 'trump-south-korea-2025-10',
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
      when(data.title, (title) => `(${titled(title)})`),
      when(data.hosts, (hosts) => `, to be received by ${people(hosts)}`),
    );
  },
});
