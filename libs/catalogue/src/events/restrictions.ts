import { z } from 'zod';
import { RestrictionKind } from '../values/closed-values.js';
import { Slug } from '../values/identifiers.js';
import { Texts } from '../values/lists.js';
import { Party, partyName } from '../values/party.js';
import { ReducedDate } from '../values/reduced-date.js';
import { Title } from '../values/title.js';
import { easing, newRestriction, untilDay, verbsOf } from '../wording/restrictions.js';
import { sentence } from '../wording/sentence.js';
import { defineEvent } from './define-event.js';

export const restrictionImposed = defineEvent({
  type: 'RestrictionImposed',
  version: 1,
  description: 'A party restricted trade or dealings with another by other means than a tariff.',
  data: z.strictObject({
    restriction: Slug.describe('The restriction'),
    title: Title,
    imposedBy: Party.describe('Who imposes it'),
    appliesTo: Party.describe('On whom'),
    kind: RestrictionKind.describe('What sort of restriction it is'),
    goods: Texts.describe('Goods that it covers').optional(),
    until: ReducedDate.describe('Until when it holds, inclusive').optional(),
  }),
  example: {
    restriction: 'rare-earth-export-controls',
    imposedBy: 'CHN',
    appliesTo: 'USA',
    kind: 'export_control',
    goods: ['rare earths', 'magnets'],
  },
  sentence: (data) =>
    sentence(partyName(data.imposedBy), verbsOf(data.kind).imposed, newRestriction(data), untilDay(data)),
});

export const restrictionSuspended = defineEvent({
  type: 'RestrictionSuspended',
  version: 1,
  description: 'A restriction was put on hold, for a time or until further notice.',
  data: z.strictObject({
    restriction: Slug.describe('The restriction'),
    title: Title,
    imposedBy: Party.describe('Who imposed it').optional(),
    appliesTo: Party.describe('On whom').optional(),
    kind: RestrictionKind.describe('What sort of restriction it is').optional(),
    goods: Texts.describe('Goods that it covers').optional(),
    until: ReducedDate.describe('Until when it is on hold, inclusive').optional(),
  }),
  example: { restriction: 'us-port-fees', imposedBy: 'USA', appliesTo: 'CHN', kind: 'port_fee', until: '2026-11-10' },
  sentence: (data) => easing('suspended', data),
});

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
