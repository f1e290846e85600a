import { z } from 'zod';

const SubjectAsideBody = z
  .strictObject({
    subject: z.string(),
    position: z.int().meta({ description: 'From this position on it does not answer' }),
    reason: z.string(),
    haltedAt: z.string(),
    retrying: z.boolean().meta({ description: 'It is to be folded on, from where it stands' }),
  })
  .meta({ id: 'SubjectAside', description: 'A subject that is set aside alone: one request was too much work for it' });

export const RetriedBody = SubjectAsideBody.extend({ view: z.string() }).meta({ id: 'SubjectRetried' });

export const GenerationBody = z
  .strictObject({
    id: z.int(),
    view: z.string(),
    version: z.int(),
    status: z.enum(['active', 'building', 'halted', 'failed']).meta({
      description:
        'halted: its own code failed, and it stays where it was; failed: a build that did, beside one that serves on',
    }),
    position: z.int().meta({ description: 'The last position that it holds' }),
    lag: z.int().meta({ description: 'Events of the log that it has still to take in' }),
    progress: z.number().min(0).max(1).nullable().meta({ description: 'Of a build: the part of the log that is done' }),
    error: z.strictObject({ message: z.string(), position: z.int(), subject: z.string().nullable() }).nullable(),
    foreign: z.boolean().meta({
      description: 'Of a view, or a version of one, that this server does not have: another program keeps it',
    }),
    haltedSubjects: z
      .array(SubjectAsideBody)
      .max(50)
      .meta({ description: 'Its subjects that are set aside, the first 50' }),
    moreHaltedSubjects: z.int().min(1).optional().meta({ description: 'How many more there are; absent: none' }),
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
