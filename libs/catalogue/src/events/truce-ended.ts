import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { Party, partyName } from '../values/party.js';
import { Slug } from '../values/slug.js';
import { Text } from '../values/text.js';
import { because } from '../wording/reasons.js';
import { sentence } from '../wording/sentence.js';
import { truceNamed } from '../wording/truces.js';

export const truceEnded = defineEvent({
  type: 'TruceEnded',
  version: 1,
  description: 'A truce ended otherwise than by running out: it was called off, or something else took its place.',
  data: z.strictObject({
    truce: Slug.describe('The truce'),
    by: Party.describe('Who ended it').optional(),
    reason: Text.describe('Why').optional(),
  }),
  example: { truce: 'us-china-tariff-truce', reason: 'a trade agreement took its place' },
  sentence: (data) =>
    sentence(
      data.by === undefined
        ? `${truceNamed(data.truce)} ended`
        : `${partyName(data.by)} ended ${truceNamed(data.truce)}`,
      because(data.reason),
    ),
});
