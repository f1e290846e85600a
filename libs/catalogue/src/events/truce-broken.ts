import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { Party, partyName } from '../values/party.js';
import { Slug } from '../values/slug.js';
import { Text } from '../values/text.js';
import { because } from '../wording/reasons.js';
import { sentence } from '../wording/sentence.js';
import { truceNamed } from '../wording/truces.js';

export const truceBroken = defineEvent({
  type: 'TruceBroken',
  version: 1,
  description: 'A truce was violated.',
  data: z.strictObject({
    truce: Slug.describe('The truce'),
    by: Party.describe('Who broke it').optional(),
    reason: Text.describe('How or why').optional(),
  }),
  example: { truce: 'cambodia-thailand-ceasefire', by: 'THA', reason: 'shots were fired across the border' },
  sentence: (data) =>
    sentence(
      data.by === undefined
        ? `${truceNamed(data.truce)} was broken`
        : `${partyName(data.by)} broke ${truceNamed(data.truce)}`,
      because(data.reason),
    ),
});
