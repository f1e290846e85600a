import { z } from 'zod';
import { RecordPointParameter, clockParameters } from '../query/clocks.js';
import { EventBody } from '../events/event.schema.js';
import { ChangeBody } from '../views/items.schema.js';
import { ClockParameter } from './changes.schema.js';
import { BoardBody } from './stories.schema.js';
import { FactBody } from './timeline.schema.js';

export const ReplayQuery = z.strictObject({
  to: RecordPointParameter.optional().meta({
    description: 'The last point that is told, inclusive; without it, the end',
  }),
  clock: ClockParameter(
    ['asOf', 'recordedAsOf'],
    'The order, and the clock that `to` is a date of: that of the world, or that of the record, on which it can be a position (`@17`)',
  ),
  ...clockParameters,
});

const changes = z.array(ChangeBody);

export const FrameBody = z
  .union([
    z
      .strictObject({ event: FactBody, changes })
      .meta({ description: 'In the order of the world: a fact as it is told, and what it changed' }),
    z.strictObject({ event: EventBody, changes }).meta({
      description:
        'In the order of the record: an event, and what became of the subjects that it touched. What one request records becomes known at once: of its events, the last that touches a subject has the change',
    }),
    z
      .strictObject({ at: z.string(), changes })
      .meta({ description: 'What time alone changed, or what was in doubt from then on' }),
    z.strictObject({ board: BoardBody }).meta({ description: 'The last one: the answer of the story itself' }),
    z
      .strictObject({ error: z.strictObject({ code: z.string(), detail: z.string() }) })
      .meta({ description: 'The last one: it could not be told to its end' }),
  ])
  .meta({ id: 'Frame', description: 'A step of a replay' });
