import { z } from 'zod';
import { queueNames } from '#jobs/queues/queue-names.js';

const Count = z.int().min(0);

export const QueueBody = z
  .strictObject({
    queue: z.enum(queueNames),
    waiting: Count.meta({ description: 'To be done as soon as a worker is free' }),
    active: Count.meta({ description: 'Being done' }),
    delayed: Count.meta({ description: 'To be done a little later, or tried again' }),
    failed: Count.meta({ description: 'Given up after all retries, and kept' }),
    oldestSeconds: Count.nullable().meta({ description: 'How long the oldest that is not done has been there' }),
  })
  .meta({ id: 'Queue', description: 'How a queue of the workers stands' });

export const DeadLetterBody = z
  .strictObject({
    queue: z.enum(queueNames),
    id: z.string(),
    story: z.string().nullable(),
    error: z.string(),
    attempts: z.int(),
    failedAt: z.string().nullable(),
  })
  .meta({ id: 'DeadLetter', description: 'A job that was given up after all retries' });

export const StaleBody = z
  .strictObject({
    kind: z.string(),
    stale: Count.meta({ description: 'To be made anew' }),
    failed: Count.meta({ description: 'Of these, how many could not be made' }),
  })
  .meta({ id: 'StaleSummaries', description: 'Summaries of a kind that are not current' });

export const QueuesBody = z
  .strictObject({
    backend: z.enum(['Redis', 'PostgreSQL']).meta({ description: 'Where the queues are kept' }),
    here: z
      .boolean()
      .meta({ description: 'false: it cannot be reached now, and the queues and dead letters are not known' }),
    items: z.array(QueueBody),
    deadLetters: z.array(DeadLetterBody).meta({ description: 'The latest 50, the newest first' }),
    summaries: z.array(StaleBody).meta({ description: 'By kind; known without the queues' }),
  })
  .meta({ id: 'Queues', description: 'The queues of the workers, and what they have still to do' });
