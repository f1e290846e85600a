import { z } from 'zod';
import { People } from '../values/lists.js';
import { Person } from '../values/person.js';
import { Place } from '../values/place.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Slug } from '../values/identifiers.js';
import { Text } from '../values/text.js';
import { Title } from '../values/title.js';
import { date } from '../wording/dates.js';
import { purpose, visitOf } from '../wording/meetings.js';
import { people, person } from '../wording/parties.js';
import { placeName } from '../wording/places.js';
import { sentence, when } from '../wording/sentence.js';
import { titled } from '../wording/titles.js';
import { defineEvent } from './define-event.js';

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
