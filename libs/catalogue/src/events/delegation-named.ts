import { z } from 'zod';
import { People } from '../values/lists.js';
import { Party } from '../values/party.js';
import { Person } from '../values/person.js';
import { Slug } from '../values/identifiers.js';
import { Title } from '../values/title.js';
import { people, person, whose } from '../wording/parties.js';
import { sentence, when } from '../wording/sentence.js';
import { talksNamed } from '../wording/talks.js';
import { defineEvent } from './define-event.js';

export const delegationNamed = defineEvent({
  type: 'DelegationNamed',
  version: 1,
  description: 'It became known who leads a party’s delegation to talks, and who belongs to it.',
  data: z.strictObject({
    talks: Slug.describe('The series of talks'),
    title: Title,
    party: Party.describe('Whose delegation'),
    lead: Person.describe('Who leads it'),
    members: People.describe('Who else belongs to it').optional(),
  }),
  example: {
    talks: 'us-china-trade-talks',
    party: 'CHN',
    lead: { name: 'He Lifeng', role: 'Vice Premier', party: 'CHN' },
  },
  sentence: (data) =>
    sentence(
      person(data.lead),
      'led',
      whose(data.party),
      'delegation to',
      talksNamed(data),
      when(data.members, (members) => `, with ${people(members)}`),
    ),
});
