import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readDeadlines } from '#reader/board/read-deadlines.js';
import { views } from '#views/registry.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { pagedList } from '../query/page.js';
import { PositionPlace } from '../query/places.js';
import { partsFor } from '../query/reading.js';
import { Endpoint } from '../openapi/endpoint.js';
import { haltedViews } from '../views/halted.js';
import { DeadlinesBody, DeadlinesQuery } from './deadlines.schema.js';

/** A place is how many came before it: at one point of the clocks the list is always the same. */
const deadlines = pagedList(DeadlinesQuery, PositionPlace);

@ApiTags('views')
@Controller('v1/deadlines')
export class DeadlinesController {
  constructor(@Inject(SERVER_PARTS) private readonly parts: AppDependencies) {}

  @Get()
  @Endpoint({
    id: 'listDeadlines',
    summary: 'What runs out or is due, the nearest first',
    access: 'reader',
    query: DeadlinesQuery,
    example: { query: { asOf: '2025-10-26', within: '30d' } },
    answers: { 200: { description: 'A page of deadlines', schema: DeadlinesBody } },
    problems: ['bad-cursor'],
  })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const parts = partsFor(this.parts, reply);
    const page = await deadlines.open(parts, request);
    const { story, within } = page.asked;
    const { items: all, ...lacks } = await readDeadlines(parts.pool, views, story ?? null, within ?? null, page.clocks);
    const from = page.after ?? 0;
    const to = from + page.limit;
    const halted = await haltedViews(parts.pool, page.clocks, (view) => view.deadlines !== undefined);
    deadlines.answer(request, reply, page, all.slice(from, to), all.length > to ? to : null, { halted, ...lacks });
  }
}
