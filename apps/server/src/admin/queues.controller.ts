import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { deadLetters, readQueueStats } from '#jobs/queues/queue-stats.js';
import { countStale } from '#jobs/summary/find-stale.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { Endpoint } from '../openapi/endpoint.js';
import { QueuesBody } from './queues.schema.js';

const MOST_LETTERS = 50;

@ApiTags('admin')
@Controller('v1/admin/queues')
export class QueuesController {
  constructor(@Inject(SERVER_PARTS) private readonly parts: AppDependencies) {}

  @Get()
  @Endpoint({
    id: 'listQueues',
    summary:
      'The queues of the workers: what waits and for how long, what was given up, and which summaries are not current',
    access: 'admin',
    answers: { 200: { description: 'The queues', schema: QueuesBody } },
  })
  async list(): Promise<z.output<typeof QueuesBody>> {
    const { queues, pool, now } = this.parts;
    const at = now();
    // Away is an answer, not an error: what is to be made is known all the same.
    const [looked, letters, summaries] = await Promise.all([
      readQueueStats(queues, at / 1_000).catch(() => null),
      deadLetters(queues, MOST_LETTERS).catch(() => null),
      countStale(pool, at),
    ]);
    const here = looked !== null && letters !== null;
    return { backend: queues.backend.name, here, items: looked ?? [], deadLetters: letters ?? [], summaries };
  }
}
