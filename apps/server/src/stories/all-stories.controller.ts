import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { formatClocks } from '#reader/clocks/clocks.js';
import { READS, type ReadsPart, RUNTIME, type RuntimePart } from '../bootstrap/parts.js';
import { AnswerCache } from '../http/answer-cache.js';
import { Endpoint } from '../openapi/endpoint.js';
import { cancelOnDisconnect } from '../query/cancel-on-disconnect.js';
import { pagedList } from '../query/page.js';
import { DatedPlace, NamePlace, PositionPlace } from '../query/parameters.js';
import { etagClocks } from '../query/request-clocks.js';
import { earlierPoint, laterPoint } from './change-range.js';
import { AllChangesQuery, ChangesBody } from './changes.schema.js';
import { ReadChanges } from './read-changes.query.js';
import { unknownStory } from '../query/story-filter.js';
import { sendTimeline, TIMELINE_ANSWER } from './send-timeline.js';
import { AllTimelineQuery } from './timeline.schema.js';

const timeline = pagedList(AllTimelineQuery, DatedPlace);
/** A place is the last subject of a page, and the position of the earlier point. */
const changes = pagedList(
  AllChangesQuery,
  z.strictObject({ view: NamePlace, subject: NamePlace, from: PositionPlace }),
  laterPoint,
);

/** What a story answers, over all stories. */
@ApiTags('stories')
@Controller('v1')
export class AllStoriesController {
  constructor(
    @Inject(READS) private readonly reads: ReadsPart,
    @Inject(RUNTIME) private readonly runtime: RuntimePart,
    private readonly answers: AnswerCache,
    private readonly queries: QueryBus,
  ) {}

  @Get('timeline')
  @Endpoint({
    id: 'listFacts',
    summary: 'The facts of all stories, newest first or oldest first',
    access: 'reader',
    query: AllTimelineQuery,
    example: { query: { party: 'CHN', from: '2025-10', limit: 10 } },
    answers: { 200: TIMELINE_ANSWER },
    problems: ['not-found', 'bad-cursor'],
  })
  async timeline(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const reads = cancelOnDisconnect(this.reads, reply);
    const page = await timeline.open(reads, request);
    const parts = { pool: reads.pool, queries: this.queries, answers: this.answers, logger: this.runtime.logger };
    await sendTimeline(parts, timeline, request, reply, page, page.query.story ?? null);
  }

  @Get('changes')
  @Endpoint({
    id: 'listChanges',
    summary: 'The subjects of all stories that differ between two points of a clock',
    description:
      'As for one story. A page that took long to fill may hold fewer subjects than its limit, or none, and ' +
      'still have ' +
      'a next one.',
    access: 'reader',
    query: AllChangesQuery,
    example: { query: { from: '2025-08', to: '2025-10' } },
    answers: { 200: { description: 'A page of subjects', schema: ChangesBody } },
    problems: ['not-found', 'bad-cursor'],
  })
  async changes(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const reads = cancelOnDisconnect(this.reads, reply);
    const page = await changes.open(reads, request);
    const { query, clocks: to, after, limit } = page;
    const from = await earlierPoint(reads, query, to, after?.from ?? null);
    const filter = { story: query.story ?? null, views: query.view };
    const found = await this.queries.execute(new ReadChanges(reads.pool, filter, from, to, after, limit));
    if (!found) throw await unknownStory(reads.pool, query.story ?? '', to);
    const { items, next, ...missing } = found;
    const points = { from: formatClocks(from), to: formatClocks(to), ...missing };
    const value = { from: etagClocks(from), ...missing };
    changes.answer(request, reply, page, items, next && { ...next, from: from.position }, points, value);
  }
}
