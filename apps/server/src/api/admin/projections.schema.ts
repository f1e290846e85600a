import { z } from 'zod';

export const GenerationBody = z
  .strictObject({
    id: z.int(),
    view: z.string(),
    version: z.int(),
    status: z
      .enum(['active', 'building', 'halted', 'failed'])
      .meta({ description: 'halted: its own code failed, and it stays where it was; failed: a build that did, beside one that serves on' }),
    position: z.int().meta({ description: 'The last position that it holds' }),
    lag: z.int().meta({ description: 'Events of the log that it has still to take in' }),
    progress: z.number().min(0).max(1).nullable().meta({ description: 'Of a build: the part of the log that is done' }),
    error: z.strictObject({ message: z.string(), position: z.int(), subject: z.string().nullable() }).nullable(),
    foreign: z.boolean().meta({ description: 'Of a view, or a version of one, that this server does not have: another program keeps it' }),
    startedAt: z.string(),
    changedAt: z.string(),
  })
  .meta({ id: 'Generation', description: 'One building of a view from the log' });
export type GenerationBody = z.infer<typeof GenerationBody>;

export const ProjectionsBody = z
  .strictObject({
    head: z.int().meta({ description: 'The last position of the log' }),
    position: z.int().meta({ description: 'Where the active views stand' }),
    lag: z.int().meta({ description: 'Events that they have still to take in' }),
    items: z.array(GenerationBody),
  })
  .meta({ id: 'Projections', description: 'The generations of the views' });
