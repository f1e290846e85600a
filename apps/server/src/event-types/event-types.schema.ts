import { z } from 'zod';

/** One type of the catalogue. */
export const EventTypeBody = z
  .strictObject({
    type: z.string(),
    about: z
      .enum(['world', 'story', 'event'])
      .meta({ description: 'What it says something of: the world, the story itself, or another event' }),
    source: z.enum(['required', 'optional']).meta({ description: 'Whether such an event must name its source' }),
    version: z.int().min(1).meta({ description: 'Schema version of its data' }),
    description: z.string(),
    schema: z
      .record(z.string(), z.unknown())
      .meta({ description: 'JSON Schema 2020-12 of what may be sent as `data`' }),
    example: z.record(z.string(), z.unknown()).meta({ description: 'Data that the schema takes' }),
  })
  .meta({ id: 'EventType', description: 'A type of the catalogue' });
export type EventTypeBody = z.infer<typeof EventTypeBody>;

export const EventTypesBody = z
  .strictObject({ items: z.array(EventTypeBody), next: z.null() })
  .meta({ id: 'EventTypes' });
