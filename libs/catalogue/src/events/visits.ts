import { z } from 'zod';
import { Slug } from '../values/identifiers.js';
import { People } from '../values/lists.js';
import { Person } from '../values/person.js';
import { Place } from '../values/place.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Text } from '../values/text.js';
import { Title } from '../values/title.js';
import { date, onDate } from '../wording/dates.js';
import { purpose, visitOf } from '../wording/meetings.js';
import { people, person } from '../wording/parties.js';
import { placeName } from '../wording/places.js';
import { because, sentence, when } from '../wording/sentence.js';
import { titled, was } from '../wording/titles.js';
import { visitNamed } from '../wording/visits.js';
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

export const visitMade = defineEvent({
  type: 'VisitMade',
  version: 1,
  description: 'Somebody came on a visit.',
  data: z.strictObject({
    visit: Slug.describe('The visit, where several facts are to be about it').optional(),
    visitor: Person.describe('Who came'),
    title: Title,
    place: Place.describe('Where to'),
    purpose: Text.describe('What for').optional(),
    hosts: People.describe('Who received the visitor').optional(),
    scheduledFor: ReducedDate.describe('For when it had been planned').optional(),
  }),
  example: {
    visit: 'trump-malaysia-2025-10',
    visitor: { name: 'Donald Trump', role: 'President', party: 'USA' },
    place: { name: 'Kuala Lumpur', country: 'MYS' },
    purpose: 'ASEAN summit',
    hosts: [{ name: 'Anwar Ibrahim', role: 'Prime Minister', party: 'MYS' }],
  },
  sentence: (data) => {
    const visit = visitOf(data.purpose);
    return sentence(
      person(data.visitor),
      visit === null ? 'visited' : `paid ${visit} to`,
      placeName(data.place),
      when(data.scheduledFor, (day) => `, as planned for ${date(day)},`),
      visit === null ? when(data.purpose, purpose) : undefined,
      when(data.title, (title) => `(${titled(title)})`),
      when(data.hosts, (hosts) => `and was received by ${people(hosts)}`),
    );
  },
});

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
