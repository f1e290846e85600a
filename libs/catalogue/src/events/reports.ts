import { z } from 'zod';
import { Slug } from '../values/identifiers.js';
import { Parties, People, Texts } from '../values/lists.js';
import { Party } from '../values/party.js';
import { Person } from '../values/person.js';
import { Place } from '../values/place.js';
import { Text } from '../values/text.js';
import { Title } from '../values/title.js';
import { betweenParties, people, person, whose } from '../wording/parties.js';
import { inPlace } from '../wording/places.js';
import { because, quoted, sentence, topicList, when, withStop } from '../wording/sentence.js';
import { talksNamed } from '../wording/talks.js';
import { defineEvent } from './define-event.js';

const Statement = z.strictObject({
  speaker: Person.describe('Who said it'),
  quote: Text.describe('The words, as they were spoken').optional(),
  topics: Texts.describe('What about').optional(),
  audience: Text.describe('To whom').optional(),
  place: Place.describe('Where').optional(),
});

export const statementMade = defineEvent({
  type: 'StatementMade',
  version: 1,
  description: 'Somebody said something. The fact is that it was said, whether or not it is true.',
  data: Statement,
  example: {
    speaker: { name: 'Donald Trump', role: 'President', party: 'USA' },
    quote: 'a lot of things to discuss',
    audience: 'reporters',
    place: { name: 'Air Force One' },
  },
  sentence: (data) =>
    sentence(
      person(data.speaker),
      verb(data),
      when(data.place, inPlace),
      when(data.topics, (topics) => `about ${topicList(topics)}`),
      when(data.quote, (quote) => `: ${quoted(quote)}`),
    ),
});

/** "told reporters", "said", "spoke to reporters", "spoke"; "made a statement" if nothing else is known. */
function verb({ quote, audience, topics }: z.output<typeof Statement>): string {
  if (quote !== undefined)
    return audience === undefined
      ? topics === undefined
        ? 'said'
        : 'spoke'
      : topics === undefined
        ? `told ${audience}`
        : `spoke to ${audience}`;
  const spoke = topics === undefined ? 'made a statement' : 'spoke';
  return audience === undefined ? spoke : `${spoke} to ${audience}`;
}

export const topicDiscussed = defineEvent({
  type: 'TopicDiscussed',
  version: 1,
  description: 'It became known what talks were about.',
  data: z.strictObject({
    talks: Slug.describe('The series of talks'),
    title: Title,
    topics: Texts.describe('What was talked about'),
  }),
  example: { talks: 'us-china-trade-talks', topics: ['extending the truce', 'rare earths'] },
  sentence: (data) => sentence(talksNamed(data), 'covered', topicList(data.topics)),
});

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

export const milestoneReported = defineEvent({
  type: 'MilestoneReported',
  version: 1,
  description: 'Something that fits no other type, in the editor’s own words.',
  data: z.strictObject({
    text: Text.describe('The sentence, as the timeline shows it'),
    parties: Parties.describe('Whom it concerns').optional(),
  }),
  example: { text: 'Donald Trump became the third US president to visit Malaysia.', parties: ['USA', 'MYS'] },
  sentence: (data) => withStop(data.text),
});

export const hostilitiesReported = defineEvent({
  type: 'HostilitiesReported',
  version: 1,
  description: 'Fighting or violence between parties was reported.',
  data: z.strictObject({
    parties: Parties.describe('Between whom'),
    place: Place.describe('Where').optional(),
    description: Text.describe('What happened').optional(),
  }),
  example: { parties: ['KHM', 'THA'], description: 'Deadly border clashes' },
  sentence: (data) =>
    sentence(
      'hostilities',
      betweenParties(data.parties),
      'were reported',
      when(data.place, inPlace),
      because(data.description),
    ),
});
