import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { readDeadlines } from '#projector/read/read-deadlines.js';
import { views } from '#views/views.js';
import { SERVER_PARTS, type ServerParts } from '../../server-parts.js';
import { listOf } from '../asking/page.js';
import { PositionPlace } from '../asking/places.js';
import { partsFor } from '../asking/reading.js';
import { Endpoint } from '../describing/endpoint.js';
import { haltedViews } from '../views/halted.js';
import { DeadlinesBody, DeadlinesQuery } from './deadlines.schema.js';

/** A place is how many came before it: at one point of the clocks the list is always the same. */
const deadlines = listOf(DeadlinesQuery, PositionPlace);

@ApiTags('views')
@Controller('v1/deadlines')
export class DeadlinesController {
  constructor(@Inject(SERVER_PARTS) private readonly parts: ServerParts) {}

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
