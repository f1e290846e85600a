import { z } from 'zod';
import { Slug } from '../values/identifiers.js';
import { Ordinal } from '../values/numbers.js';
import { Party } from '../values/party.js';
import { Place } from '../values/place.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Text } from '../values/text.js';
import { Title } from '../values/title.js';
import { date } from '../wording/dates.js';
import { sentence, when } from '../wording/sentence.js';
import { placeOfSummit, summitNamed } from '../wording/summits.js';
import { defineEvent } from './define-event.js';

export const summitOpened = defineEvent({
  type: 'SummitOpened',
  version: 1,
  description: 'A summit began.',
  data: z.strictObject({
    summit: Slug.describe('The summit'),
    title: Title,
    name: Text.describe('What it is called, without its number'),
    edition: Ordinal.describe('Which one of its series').optional(),
    host: Party.describe('Who hosts it').optional(),
    place: Place.describe('Where').optional(),
    until: ReducedDate.describe('Its last day, as planned').optional(),
  }),
  example: {
    summit: 'asean-summit-47',
    name: 'ASEAN summit',
    edition: 47,
    host: 'MYS',
    place: { name: 'Kuala Lumpur', country: 'MYS' },
    until: '2025-10-28',
  },
  sentence: (data) =>
    sentence(
      summitNamed(data),
      'opened',
      placeOfSummit(data),
      when(data.until, (day) => `and was due to run until ${date(day)}`),
    ),
});

export const summitClosed = defineEvent({
  type: 'SummitClosed',
  version: 1,
  description: 'A summit ended.',
  data: z.strictObject({
    summit: Slug.describe('The summit'),
    title: Title,
    name: Text.describe('What it is called, without its number'),
    edition: Ordinal.describe('Which one of its series').optional(),
    host: Party.describe('Who hosts it').optional(),
    place: Place.describe('Where').optional(),
    until: ReducedDate.describe('Its last day').optional(),
  }),
  example: {
    summit: 'asean-summit-47',
    name: 'ASEAN summit',
    edition: 47,
    place: { name: 'Kuala Lumpur', country: 'MYS' },
  },
  sentence: (data) => sentence(summitNamed(data), 'closed', placeOfSummit(data)),
});
