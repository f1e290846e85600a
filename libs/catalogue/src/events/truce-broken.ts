import { z } from 'zod';
import { Party, partyName } from '../values/party.js';
import { Slug } from '../values/identifiers.js';
import { Text } from '../values/text.js';
import { Title } from '../values/title.js';
import { because, sentence } from '../wording/sentence.js';
import { truceNamed } from '../wording/truces.js';
import { defineEvent } from './define-event.js';

export const truceBroken = defineEvent({
  type: 'TruceBroken',
  version: 1,
  description: 'A truce was violated.',
  data: z.strictObject({
    truce: Slug.describe('The truce'),
    title: Title,
    by: Party.describe('Who broke it').optional(),
    reason: Text.describe('How or why').optional(),
  }),
  example: { truce: 'cambodia-thailand-ceasefire', by: 'THA', reason: 'shots were fired across the border' },
  sentence: (data) =>
    sentence(
      data.by === undefined ? `${truceNamed(data)} was broken` : `${partyName(data.by)} broke ${truceNamed(data)}`,
      because(data.reason),
    ),
});
