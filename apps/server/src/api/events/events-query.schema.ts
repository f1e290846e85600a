import { z } from 'zod';
import { clockParameters, PositionParameter } from '../asking/clocks.js';
import { pageParameters } from '../asking/paging.js';

const { recordedAsOf, minPosition } = clockParameters;

/** The log knows one clock: its own. */
export const EventQuery = z.strictObject({ recordedAsOf, minPosition });

export const EventsQuery = z.strictObject({
  recordedAsOf,
  minPosition,
  ...pageParameters,
  after: PositionParameter.optional().meta({ type: 'integer', minimum: 0, description: 'Events after this position' }),
  story: z.string().optional().meta({ description: 'Events of this story' }),
  type: z.string().optional().meta({ description: 'Events of this type' }),
});
