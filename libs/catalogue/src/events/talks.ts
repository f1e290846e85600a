import { z } from 'zod';
import { Slug } from '../values/identifiers.js';
import { listOf, Parties, Texts } from '../values/lists.js';
import { Comparator, Hours, Ordinal } from '../values/numbers.js';
import { Party } from '../values/party.js';
import { Person } from '../values/person.js';
import { Place } from '../values/place.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Text } from '../values/text.js';
import { Title } from '../values/title.js';
import { date } from '../wording/dates.js';
import { hours, ordinal, withArticle } from '../wording/numbers.js';
import { person, target } from '../wording/parties.js';
import { inPlace } from '../wording/places.js';
import { because, list, sentence, topicList, when } from '../wording/sentence.js';
import { aRoundBetween, roundBetween, roundOf } from '../wording/talks.js';
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

export const talksSessionHeld = defineEvent({
  type: 'TalksSessionHeld',
  version: 1,
  description: 'The two sides sat together: one session of talks, with its length where it is known.',
  data: z.strictObject({
    talks: Slug.describe('The series of talks'),
    title: Title,
    round: Ordinal.describe('Which round, as the source counts').optional(),
    hours: Hours.describe('How long it lasted, in hours').optional(),
    comparator: Comparator.describe('How the hours are meant; exactly, where it is missing').optional(),
    topics: Texts.describe('What was talked about').optional(),
  }),
  example: { talks: 'us-china-trade-talks', round: 5, hours: 5, comparator: 'more_than' },
  sentence: (data) =>
    sentence(
      'a session of',
      roundOf(data, data.round),
      data.hours === undefined ? 'was held' : `lasted ${hours(data.hours, data.comparator)}`,
      when(data.topics, (topics) => `and covered ${topicList(topics)}`),
    ),
});

export const talksResumed = defineEvent({
  type: 'TalksResumed',
  version: 1,
  description: 'Talks went on after a break: overnight, or after months.',
  data: z.strictObject({
    talks: Slug.describe('The series of talks'),
    title: Title,
    round: Ordinal.describe('Which round, as the source counts').optional(),
    day: Ordinal.describe('Which day of the round').optional(),
    place: Place.describe('Where they are held').optional(),
  }),
  example: { talks: 'us-china-trade-talks', round: 5, day: 2, place: { country: 'MYS' } },
  sentence: (data) =>
    sentence(
      roundOf(data, data.round),
      'resumed',
      when(data.day, (day) => `for ${withArticle(ordinal(day))} day`),
      when(data.place, inPlace),
    ),
});

export const talksConcluded = defineEvent({
  type: 'TalksConcluded',
  version: 1,
  description: 'Talks, or a round of them, ended. Also for an earlier round of which only the place is known.',
  data: z.strictObject({
    talks: Slug.describe('The series of talks'),
    title: Title,
    round: Ordinal.describe('Which round, as the source counts').optional(),
    place: Place.describe('Where they were held').optional(),
    outcome: Text.describe('Their outcome').optional(),
  }),
  example: { talks: 'us-china-trade-talks', round: 1, place: { name: 'Geneva', country: 'CHE' } },
  sentence: (data) =>
    sentence(roundOf(data, data.round), 'concluded', when(data.place, inPlace), because(data.outcome)),
});

export const talksCancelled = defineEvent({
  type: 'TalksCancelled',
  version: 1,
  description: 'Talks that were announced will not take place: the round named, or all that are announced.',
  data: z.strictObject({
    talks: Slug.describe('The series of talks'),
    title: Title,
    round: Ordinal.describe('Which round, as the source counts; every announced one, where it is missing').optional(),
    reason: Text.describe('Why').optional(),
  }),
  example: { talks: 'us-china-trade-talks', round: 6, reason: 'new export controls' },
  sentence: (data) => {
    const round = roundOf(data, data.round);
    return sentence(round, `${was(round)} cancelled`, because(data.reason));
  },
});
