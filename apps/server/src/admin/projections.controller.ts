import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readHead } from '#log/read/read-head.js';
import { readViewsAt } from '#projector/store/projections.js';
import { readGenerations, type Generation } from '#projector/rebuild/read-generations.js';
import { writeAudit } from '#platform/audit/audit-trail.js';
import { dropForeign } from '#projector/rebuild/drop-foreign.js';
import { requestRebuild } from '#projector/rebuild/request-rebuild.js';
import { requestRetry } from '#projector/rebuild/request-retry.js';
import { viewNamed, views } from '#views/registry.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { actorOf } from '../auth/actor.js';
import { Endpoint } from '../openapi/endpoint.js';
import { EXAMPLE_GENERATION } from '../openapi/examples.js';
import { Problem, unavailable } from '../problems/problem.js';
import { Subject } from '../views/views.schema.js';
import { GenerationBody, ProjectionsBody, RetriedBody } from './projections.schema.js';

@ApiTags('admin')
@Controller('v1/admin/projections')
export class ProjectionsController {
  constructor(@Inject(SERVER_PARTS) private readonly parts: AppDependencies) {}

  @Get()
  @Endpoint({
    id: 'listProjections',
    summary: 'Where the views stand, how far builds have come, and what is halted or has failed',
    access: 'admin',
    answers: { 200: { description: 'The generations of all views', schema: ProjectionsBody } },
  })
  async list(): Promise<z.output<typeof ProjectionsBody>> {
    const { pool } = this.parts;
    // The head is read last: what lags can only lag behind what is there by then.
    const generations = await readGenerations(pool, views);
    const { position, head } = await readViewsAt(pool);
    return { head, position, lag: Math.max(0, head - position), items: generations.map((one) => told(one, head)) };
  }

  @Post(':view/rebuild')
  @HttpCode(202)
  @Endpoint({
    id: 'rebuildView',
    summary: 'Builds a view anew from the log, beside the one that serves',
    description:
      'The one that serves goes on until the new one has come as far, and is then replaced at once. While one is being built, no other is begun.',
    access: 'admin',
    params: { view: z.string() },
    example: { params: { view: 'tariffs' } },
    answers: { 202: { description: 'It is being built', schema: GenerationBody } },
    problems: ['not-found'],
  })
  async rebuild(@Param('view') view: string, @Req() request: FastifyRequest): Promise<GenerationBody> {
    const { pool, accessPool } = this.parts;
    if (!viewNamed(view)) throw new Problem('not-found', `There is no view ${view}.`);
    await writeAudit(accessPool, actorOf(request), { action: 'rebuild-requested', subject: view });
    await requestRebuild(pool, view);
    const generations = (await readGenerations(pool, views)).filter((one) => one.view === view);
    // One that is built as fast as it was begun serves already.
    const begun = generations.find((one) => one.status === 'building') ?? generations.at(-1);
    if (!begun) throw unavailable(`The view ${view} is not declared yet.`, 2);
    return told(begun, (await readHead(pool)).position);
  }

  @Post(':view/subjects/:subject/retry')
  @HttpCode(202)
  @Endpoint({
    id: 'retrySubject',
    summary: 'Folds on a subject that is set aside, from where it stands',
    description:
      'It is folded request by request, in parts, while all others go on, and answers again once it has come as far as its view. Where a request is too much for it again, it stays set aside from there on.',
    access: 'admin',
    params: { view: z.string(), subject: Subject },
    example: { params: { view: 'tariffs', subject: 'USA>CHN:all' } },
    answers: { 202: { description: 'It is to be folded on', schema: RetriedBody } },
    problems: ['not-found'],
  })
  async retry(
    @Param('view') view: string,
    @Param('subject') subject: string,
    @Req() request: FastifyRequest,
  ): Promise<z.output<typeof RetriedBody>> {
    if (!viewNamed(view)) throw new Problem('not-found', `There is no view ${view}.`);
    const aside = await requestRetry(this.parts.pool, view, subject, actorOf(request));
    if (!aside) throw new Problem('not-found', `${subject} of the view ${view} is not set aside.`);
    return { view, ...aside };
  }

  @Delete(':id')
  @HttpCode(204)
  @Endpoint({
    id: 'dropGeneration',
    summary: 'Drops a foreign generation that a newer program has left behind',
    description:
      'For going back to an older program. Refused while a program keeps it: unless events have waited for it, or its build has stood still, for a minute. The server builds its own version of the view in its place.',
    access: 'admin',
    params: { id: z.string() },
    example: { params: { id: EXAMPLE_GENERATION } },
    answers: { 204: { description: 'It is dropped' } },
    problems: ['not-found', 'generation-kept'],
  })
  async drop(@Param('id') text: string, @Req() request: FastifyRequest): Promise<void> {
    const id = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
    const outcome = id === null ? 'unknown' : await dropForeign(this.parts.pool, views, id, actorOf(request));
    if (outcome === 'unknown') throw new Problem('not-found', `There is no generation ${text}.`);
    if (outcome === 'kept')
      throw new Problem(
        'generation-kept',
        `Generation ${text} is this server's own, or has been moved within the last minute, or nothing waits for it.`,
      );
  }
}

function told(generation: Generation, head: number): GenerationBody {
  const { position, status } = generation;
  const progress = status === 'building' ? (head === 0 ? 1 : Math.min(1, position / head)) : null;
  return { ...generation, lag: Math.max(0, head - position), progress };
}
