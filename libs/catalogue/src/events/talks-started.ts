import { z } from 'zod';
import { listOf, Parties } from '../values/lists.js';
import { Ordinal } from '../values/numbers.js';
import { Party } from '../values/party.js';
import { Person } from '../values/person.js';
import { Place } from '../values/place.js';
import { Slug } from '../values/identifiers.js';
import { Title } from '../values/title.js';
import { list, sentence, when } from '../wording/sentence.js';
import { person, target } from '../wording/parties.js';
import { inPlace } from '../wording/places.js';
import { roundBetween } from '../wording/talks.js';
import { defineEvent } from './define-event.js';

const Lead = z.strictObject({ party: Party.describe('Whose delegation'), person: Person.describe('Who leads it') });

export const talksStarted = defineEvent({
  type: 'TalksStarted',
  version: 1,
  description: 'Talks, or a round of them, began.',
  data: z.strictObject({
    talks: Slug.describe('The series of talks'),
    title: Title,
    parties: Parties.describe('Who talks'),
    round: Ordinal.describe('Which round, as the source counts').optional(),
    place: Place.describe('Where they are held').optional(),
    leads: listOf(Lead, 50).describe('Who leads which delegation').optional(),
  }),
  example: {
    talks: 'us-china-trade-talks',
    parties: ['USA', 'CHN'],
    round: 5,
    place: { country: 'MYS' },
    leads: [
      { party: 'CHN', person: { name: 'He Lifeng', role: 'Vice Premier', party: 'CHN' } },
      { party: 'USA', person: { name: 'Scott Bessent', role: 'Treasury Secretary', party: 'USA' } },
    ],
  },
  sentence: (data) =>
    sentence(
      roundBetween(data, data.parties, data.round),
      'began',
      when(data.place, inPlace),
      when(
        data.leads,
        (leads) => `, led by ${list(leads.map((lead) => `${person(lead.person)} for ${target(lead.party)}`))}`,
      ),
    ),
});
