import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Slug } from '#catalogue/values/identifiers.js';
import { storyExists } from '#reader/board/story-head.js';
import type { RequestedDate } from '#reader/clocks/clocks.js';
import { READS, type ReadsPart, RUNTIME, type RuntimePart } from '../bootstrap/parts.js';
import { NDJSON } from '../http/media-types.js';
import { sendLines } from '../http/streaming.js';
import { Endpoint } from '../openapi/endpoint.js';
import { cancelOnDisconnect } from '../query/cancel-on-disconnect.js';
import { clockParameters, DatesParameter } from '../query/parameters.js';
import { clocksAsOf, resolveRequestClocks } from '../query/request-clocks.js';
import { unknownStory } from '../query/story-filter.js';
import { lineBody } from '../query/whole-list.js';
import { ReadBoard } from './read-board.query.js';
import { BoardBody, toBoardBody } from './stories.schema.js';

/** The most dates of one request. */
const MAX_DATES = 32;
/** How many boards are read at once. */
const BOARDS_AT_A_TIME = 8;

const { asOf: _one, knownOn: _both, ...otherClocks } = clockParameters;

const BoardsQuery = z.strictObject({
  asOf: DatesParameter(MAX_DATES).meta({
    description: 'Valid time: the dates of the boards, 1 to 32, separated by commas',
  }),
  ...otherClocks,
});

const BoardLine = lineBody(BoardBody, 'BoardLine');

@ApiTags('stories')
@Controller('v1/stories')
export class BoardsController {
  constructor(
    @Inject(READS) private readonly reads: ReadsPart,
    @Inject(RUNTIME) private readonly runtime: RuntimePart,
    private readonly queries: QueryBus,
  ) {}

  @Get(':slug/boards')
  @Endpoint({
    id: 'getBoards',
    summary: 'The boards of a story as of some dates, in the order of the dates given',
    description:
      'Each as the story itself answers with that `asOf`, all at the same position of the log: for a page that moves ' +
      'through time, far from the server.',
    access: 'reader',
    params: { slug: Slug },
    query: BoardsQuery,
    example: { params: { slug: 'us-china-trade' }, query: { asOf: '2025-08-11,2025-08-13' } },
    answers: { 200: { description: 'A line for each board', schema: BoardLine, types: [NDJSON] } },
    problems: ['not-found'],
  })
  async boards(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const reads = cancelOnDisconnect(this.reads, reply);
    const { asOf: dates, ...others } = request.validatedQuery as z.output<typeof BoardsQuery>;
    const clocks = await resolveRequestClocks(reads, others);
    if (!(await storyExists(reads.pool, slug, clocks))) throw await unknownStory(reads.pool, slug, clocks);
    const read = async (date: RequestedDate) => {
      const point = clocksAsOf(clocks, date);
      const board = await this.queries.execute(new ReadBoard(reads.pool, slug, point));
      if (!board) throw await unknownStory(reads.pool, slug, point);
      return toBoardBody(board, point);
    };
    await sendLines(reply, inParts(dates, read), this.runtime.logger);
  }
}

/** What is read of each date, in order. */
async function* inParts<Read>(
  dates: readonly RequestedDate[],
  read: (date: RequestedDate) => Promise<Read>,
): AsyncGenerator<Read> {
  for (let i = 0; i < dates.length; i += BOARDS_AT_A_TIME)
    yield* await Promise.all(dates.slice(i, i + BOARDS_AT_A_TIME).map(read));
}
