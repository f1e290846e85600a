import { z } from 'zod';

export const ProjectionsBody = z
  .strictObject({
    head: z.int().meta({ description: 'The last position of the log' }),
    position: z.int().meta({ description: 'Where the active views stand' }),
    lag: z.int().meta({ description: 'Events that they have still to take in' }),
    items: z.array(
      z.strictObject({
        view: z.string(),
        version: z.int(),
        status: z.enum(['active', 'building', 'halted']),
        position: z.int(),
        lag: z.int(),
        error: z.strictObject({ message: z.string(), position: z.int(), subject: z.string().nullable() }).nullable(),
      }),
    ),
  })
  .meta({ id: 'Projections', description: 'The generations of the views' });
