import { z } from 'zod';
import { PositionParameter } from '../query/clocks.js';
import { TextParameter } from '../query/text-parameter.js';

export const StreamQuery = z.strictObject({
  after: PositionParameter.optional().meta({
    type: 'integer',
    minimum: 0,
    description: 'From the event after this position on; without it, from now on',
  }),
  story: TextParameter.optional().meta({ description: 'Events of this story' }),
  type: TextParameter.optional().meta({ description: 'Events of this type' }),
});
