import { z } from 'zod';
import { Texts } from '../values/lists.js';
import { Party } from '../values/party.js';
import { ReducedDate } from '../values/reduced-date.js';
import { RestrictionKind } from '../values/closed-values.js';
import { Slug } from '../values/identifiers.js';
import { Title } from '../values/title.js';
import { easing } from '../wording/restrictions.js';
import { defineEvent } from './define-event.js';

export const restrictionLifted = defineEvent({
  type: 'RestrictionLifted',
  version: 1,
  description: 'A restriction was lifted.',
  data: z.strictObject({
    restriction: Slug.describe('The restriction'),
    title: Title,
    imposedBy: Party.describe('Who imposed it').optional(),
    appliesTo: Party.describe('On whom').optional(),
    kind: RestrictionKind.describe('What sort of restriction it is').optional(),
    goods: Texts.describe('Goods that it covers').optional(),
    until: ReducedDate.describe('Until when it is lifted, inclusive, if for a limited time').optional(),
  }),
  example: { restriction: 'rare-earth-export-controls', imposedBy: 'CHN', appliesTo: 'USA', kind: 'export_control' },
  sentence: (data) => easing('lifted', data),
});
