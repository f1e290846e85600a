import { z } from 'zod';
import { clockParameters } from '../query/clocks.js';
import { pageParameters } from '../query/paging.js';
import { TextParameter } from '../query/text-parameter.js';
import { BooleanParameter } from '../query/boolean-parameter.js';
import { haltedField } from '../views/halted.js';
import { disputeFields, itemsPageBody } from '../views/items.schema.js';

export const DisputesQuery = z.strictObject({
  ...clockParameters,
  ...pageParameters,
  story: TextParameter.optional().meta({
    description: 'Disputes about subjects that a fact of this story has touched',
  }),
  view: TextParameter.optional().meta({ description: 'Disputes about subjects of this view' }),
  open: BooleanParameter.meta({
    type: 'boolean',
    description: 'Only those that are open, or only those that are settled',
  }),
});

const DisputeOfSubject = z
  .strictObject({ view: z.string(), subject: z.string(), ...disputeFields })
  .meta({ id: 'DisputeOfSubject', description: 'Where sources disagree about a subject: the winner first' });

export const DisputesBody = itemsPageBody(DisputeOfSubject).extend(haltedField).meta({ id: 'Disputes' });
