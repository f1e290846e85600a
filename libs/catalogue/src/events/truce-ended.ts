import { z } from 'zod';
import { Party, partyName } from '../values/party.js';
import { Slug } from '../values/identifiers.js';
import { Text } from '../values/text.js';
import { Title } from '../values/title.js';
import { because, sentence } from '../wording/sentence.js';
import { truceNamed } from '../wording/truces.js';
import { defineEvent } from './define-event.js';

export const truceEnded = defineEvent({
  type: 'TruceEnded',
  version: 1,
  description: 'A truce ended for another reason than running out: it was called off or replaced.',
  data: z.strictObject({
    truce: Slug.describe('The truce'),
    title: Title,
    by: Party.describe('Who ended it').optional(),
    reason: Text.describe('Why').optional(),
  }),
  example: { truce: 'us-china-tariff-truce', reason: 'a trade agreement took its place' },
  sentence: (data) =>
    sentence(
      data.by === undefined ? `${truceNamed(data)} ended` : `${partyName(data.by)} ended ${truceNamed(data)}`,
      because(data.reason),
    ),
});
