import { readHead } from '#log/read/read-head.js';
import { writeAudit } from '#platform/audit/audit-trail.js';
import { dropUnknownVersion, requestRebuild, requestRetry } from '#projector/rebuild/manage-generations.js';
import { type Generation, readGenerations } from '#projector/rebuild/read-generations.js';
import { readViewsAt } from '#projector/store/projections.js';
import { viewNamed, views } from '#views/registry.js';
import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../auth/identity.js';
import { AUTH, type AuthPart, READS, type ReadsPart } from '../bootstrap/parts.js';
import { EXAMPLE_GENERATION } from '../openapi/components.js';
import { Endpoint } from '../openapi/endpoint.js';
import { Problem, unavailable } from '../problems/problem.js';
import { Subject } from '../views/views.schema.js';

const SubjectAsideBody = z
  .strictObject({
    subject: z.string(),
    position: z.int().meta({ description: 'Reads of the subject at this position or a later one get no answer' }),
    reason: z.string(),
    haltedAt: z.string(),
    retrying: z.boolean().meta({ description: 'A retry from this position was requested' }),
  })
  .meta({
    id: 'SubjectAside',
    description: 'A subject that is halted, because one request was too much work for it',
  });

export const RetriedBody = SubjectAsideBody.extend({ view: z.string() }).meta({ id: 'SubjectRetried' });

export const GenerationBody = z
  .strictObject({
    id: z.int(),
    view: z.string(),
    version: z.int(),
    status: z.enum(['active', 'building', 'halted', 'failed']).meta({
      description:
        'halted: the code of the view failed, and the generation stays at its position; failed: the same in a build, ' +
        'while the active generation goes on',
    }),
    position: z.int().meta({ description: 'The last position that it includes' }),
    lag: z.int().meta({ description: 'How many events of the log it does not include yet' }),
    progress: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .meta({ description: 'Of a build: the part of the log that is included' }),
    error: z.strictObject({ message: z.string(), position: z.int(), subject: z.string().nullable() }).nullable(),
    foreign: z.boolean().meta({
      description: 'It belongs to a view, or a version, that this server does not have: another program keeps it',
    }),
    haltedSubjects: z
      .array(SubjectAsideBody)
      .max(50)
      .meta({ description: 'The first 50 of its subjects that are halted' }),
    moreHaltedSubjects: z
      .int()
      .min(1)
      .optional()
      .meta({ description: 'How many more subjects are halted; absent: none' }),
    startedAt: z.string(),
    changedAt: z.string(),
  })
  .meta({ id: 'Generation', description: 'One build of a view from the log' });
export type GenerationBody = z.infer<typeof GenerationBody>;

export const ProjectionsBody = z
  .strictObject({
    head: z.int().meta({ description: 'The last position of the log' }),
    position: z.int().meta({ description: 'The position of the active views' }),
    lag: z.int().meta({ description: 'How many events they do not include yet' }),
    items: z.array(GenerationBody),
  })
  .meta({ id: 'Projections', description: 'The generations of the views' });

@ApiTags('admin')
@Controller('v1/admin/projections')
export class ProjectionsController {
  constructor(
    @Inject(READS) private readonly reads: ReadsPart,
    @Inject(AUTH) private readonly auth: AuthPart,
  ) {}

  @Get()
  @Endpoint({
    id: 'listProjections',
    summary: 'The positions of the views, the progress of builds, and what is halted or has failed',
    access: 'admin',
    answers: { 200: { description: 'The generations of all views', schema: ProjectionsBody } },
  })
  async list(): Promise<z.output<typeof ProjectionsBody>> {
    const { pool } = this.reads;
    // The head is read last, so that no generation is ahead of it.
    const generations = await readGenerations(pool, views);
    const { position, head } = await readViewsAt(pool);
    return {
      head,
      position,
      lag: Math.max(0, head - position),
      items: generations.map((one) => toGenerationBody(one, head)),
    };
  }

  @Post(':view/rebuild')
  @HttpCode(202)
  @Endpoint({
    id: 'rebuildView',
    summary: 'Rebuilds a view from the log, while the active one goes on',
    description:
      'The active generation answers until the new one has reached its position, and is then replaced at once. While ' +
      'one is being built, no other is begun.',
    access: 'admin',
    params: { view: z.string() },
    example: { params: { view: 'tariffs' } },
    answers: { 202: { description: 'The view is being built', schema: GenerationBody } },
    problems: ['not-found'],
  })
  async rebuild(@Param('view') view: string, @Req() request: FastifyRequest): Promise<GenerationBody> {
    const { pool } = this.reads;
    if (!viewNamed(view)) throw new Problem('not-found', `There is no view ${view}.`);
    await writeAudit(this.auth.pool, actorOf(request), { action: 'rebuild-requested', subject: view });
    await requestRebuild(pool, view);
    const generations = (await readGenerations(pool, views)).filter((one) => one.view === view);
    // A build that ended meanwhile is active already.
    const begun = generations.find((one) => one.status === 'building') ?? generations.at(-1);
    if (!begun) throw unavailable(`The view ${view} is not registered yet.`, 2);
    return toGenerationBody(begun, (await readHead(pool)).position);
  }

  @Post(':view/subjects/:subject/retry')
  @HttpCode(202)
  @Endpoint({
    id: 'retrySubject',
    summary: 'Retries a subject that is halted, from its position',
    description:
      'The subject is folded request by request, in parts, while all others go on. It answers again once it has ' +
      'reached the position of its view. Where a request is too much work again, it stays halted from there on.',
    access: 'admin',
    params: { view: z.string(), subject: Subject },
    example: { params: { view: 'tariffs', subject: 'USA>CHN:all' } },
    answers: { 202: { description: 'The subject is to be folded', schema: RetriedBody } },
    problems: ['not-found'],
  })
  async retry(
    @Param('view') view: string,
    @Param('subject') subject: string,
    @Req() request: FastifyRequest,
  ): Promise<z.output<typeof RetriedBody>> {
    if (!viewNamed(view)) throw new Problem('not-found', `There is no view ${view}.`);
    const aside = await requestRetry(this.reads.pool, view, subject, actorOf(request));
    if (!aside) throw new Problem('not-found', `The subject ${subject} of the view ${view} is not halted.`);
    return { view, ...aside };
  }

  @Delete(':id')
  @HttpCode(204)
  @Endpoint({
    id: 'dropGeneration',
    summary: 'Drops a foreign generation that a newer program has left behind',
    description:
      'For going back to an older program. It is refused while a program keeps the generation: unless events have ' +
      'waited for it, or its build has not moved, for a minute. The server then builds its own version of the view.',
    access: 'admin',
    params: { id: z.string() },
    example: { params: { id: EXAMPLE_GENERATION } },
    answers: { 204: { description: 'The generation is dropped' } },
    problems: ['not-found', 'generation-kept'],
  })
  async drop(@Param('id') text: string, @Req() request: FastifyRequest): Promise<void> {
    const id = /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
    const outcome = id === null ? 'unknown' : await dropUnknownVersion(this.reads.pool, views, id, actorOf(request));
    if (outcome === 'unknown') throw new Problem('not-found', `There is no generation ${text}.`);
    if (outcome === 'kept')
      throw new Problem(
        'generation-kept',
        `Generation ${text} belongs to this server, or has moved within the last minute, or no event waits for it.`,
      );
  }
}

function toGenerationBody(generation: Generation, head: number): GenerationBody {
  const { position, status } = generation;
  const progress = status === 'building' ? (head === 0 ? 1 : Math.min(1, position / head)) : null;
  return { ...generation, lag: Math.max(0, head - position), progress };
}
