import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readDisputes } from '#reader/disputes/read-disputes.js';
import { views } from '#views/registry.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { pagedList } from '../query/page.js';
import { NamePlace, PositionPlace } from '../query/places.js';
import { partsFor } from '../query/reading.js';
import { Endpoint } from '../openapi/endpoint.js';
import { haltedViews } from '../views/halted.js';
import { DisputesBody, DisputesQuery } from './disputes.schema.js';

const disputes = pagedList(DisputesQuery, z.strictObject({ view: NamePlace, subject: NamePlace, told: PositionPlace }));

@ApiTags('views')
@Controller('v1/disputes')
export class DisputesController {
  constructor(@Inject(SERVER_PARTS) private readonly parts: AppDependencies) {}

  @Get()
  @Endpoint({
    id: 'listDisputes',
    summary: 'Where sources disagree, by view and subject',
    description:
      'A dispute stays in the list while the fact that it is about still matters, also once it has been settled.',
    access: 'reader',
    query: DisputesQuery,
    answers: { 200: { description: 'A page of disputes', schema: DisputesBody } },
    problems: ['bad-cursor'],
  })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const parts = partsFor(this.parts, reply);
    const page = await disputes.open(parts, request);
    const { story, view, open } = page.asked;
    const { items, next, ...lacks } = await readDisputes(
      parts.pool,
      views,
      { story, view, open },
      page.clocks,
      page.after,
      page.limit,
    );
    const halted = await haltedViews(parts.pool, page.clocks, ({ name }) => view === undefined || name === view);
    disputes.answer(request, reply, page, items, next, { halted, ...lacks });
  }
}
