import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Slug } from '#catalogue/values/identifiers.js';
import { storyExists } from '#reader/board/story-head.js';
import { readMarks } from '#reader/timeline/read-marks.js';
import { READS, type ReadsPart, RUNTIME, type RuntimePart } from '../bootstrap/parts.js';
import { CSV, isWholeList, NDJSON } from '../http/media-types.js';
import { Endpoint } from '../openapi/endpoint.js';
import { cancelOnDisconnect } from '../query/cancel-on-disconnect.js';
import { pagedList } from '../query/page.js';
import { DatedPlace } from '../query/parameters.js';
import { unknownStory } from '../query/story-filter.js';
import { allParts, sendWhole } from '../query/whole-list.js';
import { markColumns, MarkLine, MarksBody, MarksQuery } from './marks.schema.js';

const marks = pagedList(MarksQuery, DatedPlace);

@ApiTags('stories')
@Controller('v1/stories')
export class MarksController {
  constructor(
    @Inject(READS) private readonly reads: ReadsPart,
    @Inject(RUNTIME) private readonly runtime: RuntimePart,
  ) {}

  @Get(':slug/marks')
  @Endpoint({
    id: 'listMarks',
    summary: 'The facts of a story as marks on an axis of time, the earliest first',
    description:
      'A fact in a few words, for drawing a whole story: without sentence, data and sources. ' +
      'Retracted facts are listed too.',
    access: 'reader',
    params: { slug: Slug },
    query: MarksQuery,
    example: { params: { slug: 'us-china-trade' }, query: { limit: 10 } },
    answers: {
      200: {
        description: 'A page of marks; as CSV and NDJSON all marks',
        schema: MarksBody,
        texts: [CSV],
        also: { [NDJSON]: MarkLine },
      },
    },
    problems: ['not-found', 'bad-cursor'],
  })
  async list(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const reads = cancelOnDisconnect(this.reads, reply);
    const page = await marks.open(reads, request);
    const { clocks } = page;
    if (!(await storyExists(reads.pool, slug, clocks))) throw await unknownStory(reads.pool, slug, clocks);
    const read = (after: typeof page.after, limit: number) => readMarks(reads.pool, slug, clocks, after, limit);
    if (isWholeList(request.responseType))
      return sendWhole(request, reply, this.runtime.logger, clocks, markColumns, allParts(read));
    const { items, next } = await read(page.after, page.limit);
    marks.answer(request, reply, page, items, next);
  }
}
