import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Slug } from '#catalogue/values/identifiers.js';
import { readStories } from '#reader/board/read-stories.js';
import { formatClocks } from '#reader/clocks/clocks.js';
import type { AnyView } from '#views/define-view.js';
import { views } from '#views/registry.js';
import { stories as storiesView } from '#views/stories.js';
import { READS, type ReadsPart, RUNTIME, type RuntimePart } from '../bootstrap/parts.js';
import {
  sendRecorded,
  WRITE_REQUEST_HEADERS,
  WRITE_RESPONSE_HEADERS,
  parseWriteHeaders,
} from '../events/write-protocol.js';
import { AnswerCache } from '../http/answer-cache.js';
import { Endpoint } from '../openapi/endpoint.js';
import { cancelOnDisconnect } from '../query/cancel-on-disconnect.js';
import { pagedList } from '../query/page.js';
import { DatedPlace, NamePlace, PositionPlace } from '../query/parameters.js';
import { readBody } from '../query/read-body.js';
import { etagClocks, resolveRequestClocks } from '../query/request-clocks.js';
import { readHalted } from '../views/halted.js';
import { earlierPoint, laterPoint } from './change-range.js';
import { ChangesBody, ChangesQuery } from './changes.schema.js';
import { isPresent, presentBriefs, type BuildPresentBrief } from './kept-summaries.js';
import { includeInStories } from './listed-stories.js';
import { OpenStory } from './open-story.command.js';
import { ReadBoard } from './read-board.query.js';
import { ReadChanges } from './read-changes.query.js';
import {
  BoardBody,
  BoardQuery,
  OpenedBody,
  StoriesBody,
  StoriesQuery,
  StoryInput,
  toBoardBody,
} from './stories.schema.js';
import { sendTimeline, TIMELINE_ANSWER } from './send-timeline.js';
import { TimelineQuery } from './timeline.schema.js';
import { unknownStory } from '../query/story-filter.js';

const stories = pagedList(StoriesQuery, PositionPlace);
const timeline = pagedList(TimelineQuery, DatedPlace);
/** A place is the last subject of a page, and the position of the earlier point. */
const changes = pagedList(
  ChangesQuery,
  z.strictObject({ view: NamePlace, subject: NamePlace, from: PositionPlace }),
  laterPoint,
);

const params = { slug: Slug };

@ApiTags('stories')
@Controller('v1/stories')
export class StoriesController {
  readonly #build: BuildPresentBrief;

  constructor(
    @Inject(READS) private readonly reads: ReadsPart,
    @Inject(RUNTIME) private readonly runtime: RuntimePart,
    private readonly answers: AnswerCache,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {
    this.#build = presentBriefs(queries, reads.pool);
  }

  @Post()
  @Endpoint({
    id: 'openStory',
    summary: 'Opens a story: records StoryOpened',
    access: 'editor',
    headers: WRITE_REQUEST_HEADERS,
    body: { schema: StoryInput },
    example: {
      body: { slug: 'strait-crossing', title: 'The strait crossing', parties: ['USA', 'CHN'], topics: ['shipping'] },
    },
    answers: {
      201: {
        description: 'The story is open',
        schema: OpenedBody,
        headers: { Location: 'The story', ...WRITE_RESPONSE_HEADERS },
      },
    },
    problems: ['story-exists', 'invalid-request', 'version-mismatch', 'idempotency-key-reused'],
  })
  async open(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const headers = parseWriteHeaders(request.headers);
    const story = readBody(StoryInput, body);
    const recorded = await this.commands.execute(new OpenStory(story, request.identity?.name ?? '', headers));
    void reply.header('location', `/v1/stories/${story.slug}`);
    await sendRecorded(this.reads, reply, recorded, headers, (places) => ({ ...story, ...places }));
  }

  @Get()
  @Endpoint({
    id: 'listStories',
    summary: 'Stories, the latest change first',
    access: 'reader',
    query: StoriesQuery,
    example: { query: { party: 'CHN', include: 'headline,disputes,deadline' } },
    answers: { 200: { description: 'A page of stories', schema: StoriesBody } },
    problems: ['bad-cursor'],
  })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const reads = cancelOnDisconnect(this.reads, reply);
    const page = await stories.open(reads, request);
    const { query, clocks } = page;
    const { party, topic, include = [] } = query;
    const filter = { parties: party, topic };
    const found = await readStories(reads.pool, views, filter, clocks, page.after, page.limit);
    const parts = { pool: reads.pool, queries: this.queries, build: this.#build };
    // What pages after the first show was kept for a later point of the record.
    const present = page.after === null && isPresent(query);
    const point = { clocks, isPresent: present, minPosition: query.minPosition ?? 0 };
    const items = include.length > 0 ? await includeInStories(parts, found.items, include, point) : found.items;
    const next = items.length < found.items.length ? (items.at(-1)?.position ?? null) : found.next;
    const uses = (view: AnyView): boolean => include.length > 0 || view.name === storiesView.name;
    stories.answer(request, reply, page, items, next, { ...(await readHalted(reads.pool, clocks, null, uses)) });
  }

  @Get(':slug')
  @Endpoint({
    id: 'getBoard',
    summary: 'The board of a story: the states of all its subjects',
    access: 'reader',
    params,
    query: BoardQuery,
    conditional: true,
    example: { params: { slug: 'us-china-trade' }, query: { asOf: '2025-08-11' } },
    answers: { 200: { description: 'The board', schema: BoardBody } },
    problems: ['not-found'],
  })
  async board(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const reads = cancelOnDisconnect(this.reads, reply);
    const clocks = await resolveRequestClocks(reads, request.validatedQuery as z.output<typeof BoardQuery>);
    await this.answers.send(reads.pool, request, reply, ['board', slug], clocks, async () => {
      const board = await this.queries.execute(new ReadBoard(reads.pool, slug, clocks));
      if (!board) throw await unknownStory(reads.pool, slug, clocks);
      return { body: toBoardBody(board, clocks), value: { ...board, clocks: etagClocks(clocks) } };
    });
  }

  @Get(':slug/timeline')
  @Endpoint({
    id: 'getTimeline',
    summary: 'The facts of a story, newest first or oldest first',
    access: 'reader',
    params,
    query: TimelineQuery,
    example: { params: { slug: 'us-china-trade' }, query: { party: 'CHN', limit: 10 } },
    answers: { 200: TIMELINE_ANSWER },
    problems: ['not-found', 'bad-cursor'],
  })
  async timeline(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reads = cancelOnDisconnect(this.reads, reply);
    const page = await timeline.open(reads, request);
    const parts = { pool: reads.pool, queries: this.queries, answers: this.answers, logger: this.runtime.logger };
    await sendTimeline(parts, timeline, request, reply, page, slug);
  }

  @Get(':slug/changes')
  @Endpoint({
    id: 'getChanges',
    summary: 'The subjects of a story that differ between two points of a clock',
    description:
      'On `asOf`: by what happened in the world. On `recordedAsOf`: by what was recorded here. On `reportedAsOf`: by ' +
      'what was published.',
    access: 'reader',
    params,
    query: ChangesQuery,
    example: { params: { slug: 'us-china-trade' }, query: { from: '2025-08', to: '2025-10' } },
    answers: { 200: { description: 'A page of subjects', schema: ChangesBody } },
    problems: ['not-found', 'bad-cursor'],
  })
  async changes(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reads = cancelOnDisconnect(this.reads, reply);
    const page = await changes.open(reads, request);
    const { query, clocks: to, after, limit } = page;
    const from = await earlierPoint(reads, query, to, after?.from ?? null);
    const filter = { story: slug, views: query.view };
    const found = await this.queries.execute(new ReadChanges(reads.pool, filter, from, to, after, limit));
    if (!found) throw await unknownStory(reads.pool, slug, to);
    const { items, next, ...missing } = found;
    const points = { from: formatClocks(from), to: formatClocks(to), ...missing };
    const value = { from: etagClocks(from), ...missing };
    changes.answer(request, reply, page, items, next && { ...next, from: from.position }, points, value);
  }
}
