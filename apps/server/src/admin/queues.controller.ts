import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyPluginCallback } from 'fastify';
import { z } from 'zod';
import { queueNames } from '#jobs/queues/backend.js';
import { deadLetters, readQueueStats } from '#jobs/queues/queue-stats.js';
import { countStale } from '#jobs/summary/staleness.js';
import { QUEUES, READS, type QueuesPart, type ReadsPart } from '../bootstrap/parts.js';
import type { Pages } from '../browser-pages/pages.js';
import { Endpoint } from '../openapi/endpoint.js';
import { unavailable } from '../problems/problem.js';

const Count = z.int().min(0);

const QueueBody = z
  .strictObject({
    queue: z.enum(queueNames),
    waiting: Count.meta({ description: 'Waiting for a free worker' }),
    active: Count.meta({ description: 'In progress' }),
    delayed: Count.meta({ description: 'Waiting for a later moment, or for a retry' }),
    failed: Count.meta({ description: 'Given up after all retries, and kept' }),
    oldestSeconds: Count.nullable().meta({ description: 'The age of the oldest job that is not done' }),
  })
  .meta({ id: 'Queue', description: 'The jobs of a queue of the workers' });

const DeadLetterBody = z
  .strictObject({
    queue: z.enum(queueNames),
    id: z.string(),
    story: z.string().nullable(),
    error: z.string(),
    attempts: z.int(),
    failedAt: z.string().nullable(),
  })
  .meta({ id: 'DeadLetter', description: 'A job that was given up after all retries' });

const StaleBody = z
  .strictObject({
    kind: z.string(),
    stale: Count.meta({ description: 'Out of date, and to be built again' }),
    failed: Count.meta({ description: 'How many of these could not be built' }),
  })
  .meta({ id: 'StaleSummaries', description: 'The summaries of a kind that are out of date' });

const QueuesBody = z
  .strictObject({
    backend: z.enum(['Redis', 'PostgreSQL']).meta({ description: 'Where the queues are kept' }),
    here: z
      .boolean()
      .meta({ description: 'false: the backend cannot be reached, so items and dead letters are unknown' }),
    items: z.array(QueueBody),
    deadLetters: z.array(DeadLetterBody).meta({ description: 'The latest 50, the newest first' }),
    summaries: z.array(StaleBody).meta({ description: 'By kind; known without the backend' }),
  })
  .meta({ id: 'Queues', description: 'The queues of the workers, and their open jobs' });

const MAX_LETTERS = 50;

@ApiTags('admin')
@Controller('v1/admin/queues')
export class QueuesController {
  constructor(
    @Inject(QUEUES) private readonly queues: QueuesPart,
    @Inject(READS) private readonly reads: ReadsPart,
  ) {}

  @Get()
  @Endpoint({
    id: 'listQueues',
    summary: 'The queues of the workers: open jobs, jobs that were given up, and summaries that are out of date',
    access: 'admin',
    answers: { 200: { description: 'The queues', schema: QueuesBody } },
  })
  async list(): Promise<z.output<typeof QueuesBody>> {
    const at = this.reads.now();
    // A backend that is away is no error, and is reported in the answer: the database knows which summaries are out of
    // date.
    const [items, letters, summaries] = await Promise.all([
      readQueueStats(this.queues, at / 1_000).catch(() => null),
      deadLetters(this.queues, MAX_LETTERS).catch(() => null),
      countStale(this.reads.pool, at),
    ]);
    const here = items !== null && letters !== null;
    return { backend: this.queues.backend.name, here, items: items ?? [], deadLetters: letters ?? [], summaries };
  }
}

const PREFIX = '/admin/queues';

/** Pages load everything from this server alone. bull-board's would load fonts from elsewhere, and do without them. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; " +
  "frame-ancestors 'none'; base-uri 'self'";

/**
 * bull-board's pages over the queues: the open jobs, the jobs that were given up and why, and buttons to retry them.
 */
export function queueDashboard(queues: QueuesPart): Pages {
  const board = new FastifyAdapter().setBasePath(PREFIX);
  createBullBoard({
    queues: [...queues.all.values()].map((queue) => new BullMQAdapter(queue)),
    serverAdapter: board,
    options: { uiConfig: { boardTitle: 'Dateline', pollingInterval: { showSetting: true } } },
  });
  const plugin: FastifyPluginCallback<{ prefix: string }> = (fastify, options, done) => {
    fastify.addHook('onRequest', (request, _reply, next) => {
      // bull-board would wait for a backend that is away without a limit.
      const isApi = (request.raw.url ?? '').startsWith(`${PREFIX}/api/`);
      next(
        isApi && !queues.backend.isConnected()
          ? unavailable(`${queues.backend.name} is away, and so are the queues.`, 5)
          : undefined,
      );
    });
    board.registerPlugin()(fastify, options, done);
  };
  return { prefix: PREFIX, access: 'admin', policy: POLICY, plugin };
}
