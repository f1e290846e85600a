import { z } from 'zod';
import { AskedDateParameter, clockParameters } from '../asking/clocks.js';
import { ChangeBody } from '../views/items.schema.js';
import { BoardBody } from './stories.schema.js';
import { FactBody } from './timeline.schema.js';

const { reportedAsOf, recordedAsOf, minPosition } = clockParameters;

export const ReplayQuery = z.strictObject({
  to: AskedDateParameter.optional().meta({ description: 'The world up to this date, inclusive; without it, to its end' }),
  reportedAsOf,
  recordedAsOf,
  minPosition,
});

export const FrameBody = z
  .union([
    z.strictObject({ event: FactBody, changes: z.array(ChangeBody) }).meta({ description: 'A fact, and what it changed' }),
    z
      .strictObject({ at: z.string(), changes: z.array(ChangeBody) })
      .meta({ description: 'What time alone changed, or what was in doubt from then on' }),
    z.strictObject({ board: BoardBody }).meta({ description: 'The last line: the answer of the story itself' }),
    z
      .strictObject({ error: z.strictObject({ code: z.string(), detail: z.string() }) })
      .meta({ description: 'The last line: it could not be told to its end' }),
  ])
  .meta({ id: 'Frame', description: 'A line of a replay' });
