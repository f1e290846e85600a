import { z } from 'zod';
import { DealStatus } from '../values/closed-values.js';
import { Parties } from '../values/lists.js';
import { Slug } from '../values/identifiers.js';
import { Text } from '../values/text.js';
import { Title } from '../values/title.js';
import { dealAt } from '../wording/deals.js';
import { defineEvent } from './define-event.js';

export const dealProgressReported = defineEvent({
  type: 'DealProgressReported',
  version: 1,
  description: 'It was reported how far a deal has come.',
  data: z.strictObject({
    deal: Slug.describe('The deal'),
    title: Title,
    parties: Parties.describe('Who negotiates it'),
    status: DealStatus.describe('How far it has come'),
    subject: Text.describe('What it is about').optional(),
  }),
  example: { deal: 'us-korea-tariff-deal', parties: ['USA', 'KOR'], status: 'near_final', subject: 'tariffs' },
  sentence: (data) => dealAt(data.status, data),
});
