import { z } from 'zod';

/** Id of an event: a UUID of any version, kept in lower case. */
export const EventId = z
  .guid({ error: (issue) => (typeof issue.input === 'string' ? 'must be a UUID' : undefined) })
  .overwrite((id) => id.toLowerCase())
  .meta({ id: 'EventId', description: 'Id of an event: a UUID' });
export type EventId = z.infer<typeof EventId>;
