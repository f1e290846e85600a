import { z } from 'zod';
import { clockParameters, PositionParameter } from '../query/clocks.js';
import { pageParameters } from '../query/paging.js';
import { TextParameter } from '../query/text-parameter.js';

const { reportedAsOf, recordedAsOf, minPosition } = clockParameters;

export const EventQuery = z.strictObject({ reportedAsOf, recordedAsOf, minPosition });

export const SimilarQuery = z.strictObject(clockParameters);

/** The log in its order knows one clock: its own. */
export const EventsQuery = z.strictObject({
  recordedAsOf,
  minPosition,
  ...pageParameters,
  after: PositionParameter.optional().meta({ type: 'integer', minimum: 0, description: 'Events after this position' }),
  story: TextParameter.optional().meta({ description: 'Events of this story' }),
  type: TextParameter.optional().meta({ description: 'Events of this type' }),
});
