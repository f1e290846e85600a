import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Slug } from '#catalogue/values/slug.js';
import { formatClocks } from '#reader/clocks/clocks.js';
import { readStories } from '#reader/board/read-stories.js';
import { stories as storiesView } from '#views/stories.js';
import { viewNamed, views } from '#views/registry.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { pagedList } from '../query/page.js';
import { DatedPlace, NamePlace, PositionPlace } from '../query/places.js';
import { readBody } from '../query/read-body.js';
import { partsFor } from '../query/reading.js';
import { resolveRequestClocks } from '../query/resolve-request-clocks.js';
import { etagClocks } from '../query/etag-clocks.js';
import { Endpoint } from '../openapi/endpoint.js';
import { sendRecorded } from '../events/send-recorded.js';
import { describedWritingHeaders, describedWrittenHeaders, writingHeaders } from '../events/writing-headers.js';
import { sendWithEtag } from '../http/conditional.js';
import { findView } from '../views/find-view.js';
import { haltedOf } from '../views/halted.js';
import { boardAnswer } from './board-answer.js';
import { noSuchStory } from './no-such-story.js';
import { OpenStory } from './open-story.command.js';
import { ReadBoard } from './read-board.query.js';
import { ReadTimeline } from './read-timeline.query.js';
import { ChangesBody, ChangesQuery } from './changes.schema.js';
import { ReadChanges } from './read-changes.query.js';
import { BoardBody, BoardQuery, OpenedBody, StoriesBody, StoriesQuery, StoryInput } from './stories.schema.js';
import { FactsBody, TimelineQuery } from './timeline.schema.js';
import { earlierPoint, laterPoint } from './change-range.js';

const stories = pagedList(StoriesQuery, PositionPlace);
const timeline = pagedList(TimelineQuery, DatedPlace);
/** The last subject of the page, and the point of the record that the earlier point was found at. */
const changes = pagedList(
  ChangesQuery,
  z.strictObject({ view: NamePlace, subject: NamePlace, from: PositionPlace }),
  laterPoint,
);

const params = { slug: Slug };

@ApiTags('stories')
@Controller('v1/stories')
export class StoriesController {
  constructor(
    @Inject(SERVER_PARTS) private readonly parts: AppDependencies,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Endpoint({
    id: 'openStory',
    summary: 'Opens a story: records StoryOpened',
    access: 'editor',
    headers: describedWritingHeaders,
    body: { schema: StoryInput },
    example: {
      body: { slug: 'strait-crossing', title: 'The strait crossing', parties: ['USA', 'CHN'], topics: ['shipping'] },
    },
    answers: {
      201: {
        description: 'It is open',
        schema: OpenedBody,
        headers: { Location: 'The story', ...describedWrittenHeaders },
      },
    },
    problems: ['story-exists', 'invalid-request', 'version-mismatch', 'idempotency-key-reused'],
  })
  async open(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const headers = writingHeaders(request.headers);
    const story = readBody(StoryInput, body);
    const recorded = await this.commands.execute(new OpenStory(story, request.identity?.name ?? '', headers));
    void reply.header('location', `/v1/stories/${story.slug}`);
    await sendRecorded(this.parts, reply, recorded, headers, (places) => ({ ...story, ...places }));
  }

  @Get()
  @Endpoint({
    id: 'listStories',
    summary: 'Stories, newest change first',
    access: 'reader',
    query: StoriesQuery,
    example: { query: { party: 'CHN' } },
    answers: { 200: { description: 'A page of stories', schema: StoriesBody } },
    problems: ['bad-cursor'],
  })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const parts = partsFor(this.parts, reply);
    const page = await stories.open(parts, request);
    const { party, topic } = page.asked;
    const { items, next } = await readStories(parts.pool, views, { party, topic }, page.clocks, page.after, page.limit);
    const lacks = await haltedOf(parts.pool, page.clocks, null, (view) => view.name === storiesView.name);
    stories.answer(request, reply, page, items, next, { ...lacks });
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
    const parts = partsFor(this.parts, reply);
    const clocks = await resolveRequestClocks(parts, request.asked as z.output<typeof BoardQuery>);
    const board = await this.queries.execute(new ReadBoard(parts.pool, slug, clocks));
    if (!board) throw noSuchStory(slug);
    sendWithEtag(request, reply, boardAnswer(board, clocks), { ...board, clocks: etagClocks(clocks) });
  }

  @Get(':slug/timeline')
  @Endpoint({
    id: 'getTimeline',
    summary: 'The facts of a story, newest first',
    access: 'reader',
    params,
    query: TimelineQuery,
    example: { params: { slug: 'us-china-trade' }, query: { party: 'CHN', limit: 10 } },
    answers: { 200: { description: 'A page of facts', schema: FactsBody } },
    problems: ['not-found', 'bad-cursor'],
  })
  async timeline(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const parts = partsFor(this.parts, reply);
    const page = await timeline.open(parts, request);
    const { from, type, party, person, publisher, view, subject, include } = page.asked;
    const filter = {
      from: from?.period,
      types: type === undefined ? undefined : [type],
      party,
      person,
      publisher,
      retracted: include === 'retracted',
      ...(view !== undefined && subject !== undefined && { subject: { view, subject } }),
    };
    if (view !== undefined && viewNamed(view)) await findView(parts.pool, view, page.clocks);
    const found = await this.queries.execute(
      new ReadTimeline(parts.pool, slug, filter, page.clocks, page.after, page.limit),
    );
    if (!found) throw noSuchStory(slug);
    timeline.answer(request, reply, page, found.items, found.next);
  }

  @Get(':slug/changes')
  @Endpoint({
    id: 'getChanges',
    summary: 'The subjects of a story that differ between two points of a clock',
    description:
      'On `asOf`: what came about in the world. On `recordedAsOf`: what this record learned. On `reportedAsOf`: what the press did.',
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
    const parts = partsFor(this.parts, reply);
    const page = await changes.open(parts, request);
    const { asked, clocks: to, after, limit } = page;
    const from = await earlierPoint(parts, asked, to, after?.from ?? null);
    const found = await this.queries.execute(new ReadChanges(parts.pool, slug, from, to, after, limit));
    if (!found) throw noSuchStory(slug);
    const { items, next, ...lacks } = found;
    const points = { from: formatClocks(from), to: formatClocks(to), ...lacks };
    const said = { from: etagClocks(from), ...lacks };
    changes.answer(request, reply, page, items, next && { ...next, from: from.position }, points, said);
  }
}
