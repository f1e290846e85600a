import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { Texts } from '../values/lists.js';
import { Party } from '../values/party.js';
import { ReducedDate } from '../values/reduced-date.js';
import { RestrictionKind } from '../values/restriction-kind.js';
import { Slug } from '../values/slug.js';
import { easing } from '../wording/restrictions.js';

export const restrictionLifted = defineEvent({
  type: 'RestrictionLifted',
  version: 1,
  description: 'A restriction was taken away.',
  data: z.strictObject({
    restriction: Slug.describe('The restriction'),
    imposedBy: Party.describe('Who imposed it').optional(),
    appliesTo: Party.describe('On whom').optional(),
    kind: RestrictionKind.describe('What sort of restriction it is').optional(),
    goods: Texts.describe('Goods that it covers').optional(),
    until: ReducedDate.describe('Through when it is lifted, where that is for a time').optional(),
  }),
  example: { restriction: 'rare-earth-export-controls', imposedBy: 'CHN', appliesTo: 'USA', kind: 'export_control' },
  sentence: (data) => easing('lifted', data),
});
