import { z } from 'zod';
import { Texts } from '../values/lists.js';
import { Party, partyName } from '../values/party.js';
import { ReducedDate } from '../values/reduced-date.js';
import { RestrictionKind } from '../values/closed-values.js';
import { Slug } from '../values/identifiers.js';
import { Title } from '../values/title.js';
import { newRestriction, untilDay, verbsOf } from '../wording/restrictions.js';
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
