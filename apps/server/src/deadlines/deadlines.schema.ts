import { z } from 'zod';
import { clockParameters } from '../query/clocks.js';
import { pageParameters } from '../query/paging.js';
import { TextParameter } from '../query/text-parameter.js';
import { DeadlineBody } from '../stories/stories.schema.js';
import { haltedField } from '../views/halted.js';
import { itemsPageBody } from '../views/items.schema.js';

export const DeadlinesQuery = z.strictObject({
  ...clockParameters,
  ...pageParameters,
  within: z
    .string()
    .refine((text) => /^\d{1,5}d$/.test(text), { error: 'must be a number of days, as in 30d' })
    .transform((text) => Number(text.slice(0, -1)))
    .optional()
    .meta({ type: 'string', pattern: '^\\d{1,5}d$', description: 'How far ahead: `30d` is the next thirty days' }),
  story: TextParameter.optional().meta({ description: 'Deadlines of this story' }),
});

export const DeadlinesBody = itemsPageBody(DeadlineBody).extend(haltedField).meta({ id: 'Deadlines' });
