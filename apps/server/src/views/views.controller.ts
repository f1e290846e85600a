import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { formatClocks } from '#reader/clocks/clocks.js';
import { readHistory } from '#reader/items/read-history.js';
import { readSubjectFacts } from '#reader/timeline/read-subject-facts.js';
import { readView } from '#reader/items/read-view.js';
import { views } from '#views/registry.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { settleFacts } from '../articles/settle-sources.js';
import { pagedList } from '../query/page.js';
import { DatedPlace, NamePlace } from '../query/places.js';
import { partsFor } from '../query/reading.js';
import { resolveRequestClocks } from '../query/resolve-request-clocks.js';
import { etagClocks } from '../query/etag-clocks.js';
import { Endpoint } from '../openapi/endpoint.js';
import { badParameter } from '../problems/problem.js';
import { sendWithEtag } from '../http/conditional.js';
import { sendText } from '../http/lines.js';
import { FactsBody } from '../stories/timeline.schema.js';
import { findSubject, findView } from './find-view.js';
import { haltedSubject } from './halted.js';
import { HistoryBody, ItemAtBody, ItemsBody } from './items.schema.js';
import { readItem } from './read-item.js';
import { CSV, viewCsv } from './view-csv.js';
import { ItemQuery, ItemsQuery, Subject, SubjectListQuery, ViewsBody, type ViewBody } from './views.schema.js';

const items = pagedList(ItemsQuery, NamePlace);
const history = pagedList(SubjectListQuery, DatedPlace);
const facts = pagedList(SubjectListQuery, DatedPlace);

const subjectParams = { view: z.string(), subject: Subject };
const problems = ['not-found', 'bad-cursor'] as const;

@ApiTags('views')
@Controller('v1/views')
export class ViewsController {
  constructor(@Inject(SERVER_PARTS) private readonly parts: AppDependencies) {}

  @Get()
  @Endpoint({
    id: 'listViews',
    summary: 'The views, with the schemas of their states',
    access: 'reader',
    conditional: true,
    answers: { 200: { description: 'All views', schema: ViewsBody } },
  })
  list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendWithEtag(request, reply, { items: described, next: null });
  }

  @Get(':view')
  @Endpoint({
    id: 'listItems',
    summary: 'The items of a view over all stories, by the names of their subjects',
    access: 'reader',
    params: { view: z.string() },
    query: ItemsQuery,
    example: { params: { view: 'tariffs' }, query: { party: 'CHN' } },
    answers: {
      200: {
        description: 'A page of items; as CSV all of them, with a column for each value',
        schema: ItemsBody,
        texts: [CSV],
      },
    },
    problems,
  })
  async items(@Param('view') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const parts = partsFor(this.parts, reply);
    if (request.produces === CSV) {
      await this.#csv(name, request, reply);
      return;
    }
    const page = await items.open(parts, request);
    const { asked, clocks, after, limit } = page;
    const serving = await findView(parts.pool, name, clocks);
    const found = await readView(parts.pool, serving, { story: asked.story, party: asked.party }, clocks, after, limit);
    const { items: told, next, ...lacks } = found;
    items.answer(
      request,
      reply,
      page,
      told.map(({ item }) => item),
      next,
      lacks,
    );
  }

  async #csv(name: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const parts = partsFor(this.parts, reply);
    const asked = request.asked as z.output<typeof ItemsQuery>;
    for (const of of ['cursor', 'limit'] as const)
      if (asked[of] !== undefined) throw badParameter(of, 'is for pages; CSV is whole');
    const clocks = await resolveRequestClocks(parts, asked);
    const serving = await findView(parts.pool, name, clocks);
    const { story, party } = asked;
    await sendText(reply, viewCsv(parts.pool, serving, { story, party }, clocks), `${CSV}; charset=utf-8`);
  }

  @Get(':view/:subject')
  @Endpoint({
    id: 'getItem',
    summary: 'One subject of a view',
    description: 'Before its first fact its state is null.',
    access: 'reader',
    params: subjectParams,
    query: ItemQuery,
    conditional: true,
    example: { params: { view: 'tariffs', subject: 'USA>CHN:all' } },
    answers: { 200: { description: 'The item', schema: ItemAtBody } },
    problems: ['not-found'],
  })
  async item(
    @Param('view') name: string,
    @Param('subject') subject: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const parts = partsFor(this.parts, reply);
    const clocks = await resolveRequestClocks(parts, request.asked as z.output<typeof ItemQuery>);
    const item = await readItem(parts.pool, await findSubject(parts.pool, name, subject, clocks), clocks);
    sendWithEtag(request, reply, { ...item, clocks: formatClocks(clocks) }, { ...item, clocks: etagClocks(clocks) });
  }

  @Get(':view/:subject/history')
  @Endpoint({
    id: 'getHistory',
    summary: 'The items of a subject over the time of the world, oldest first',
    access: 'reader',
    params: subjectParams,
    query: SubjectListQuery,
    example: { params: { view: 'tariffs', subject: 'USA>CHN:all' } },
    answers: { 200: { description: 'A page of items', schema: HistoryBody } },
    problems,
  })
  async history(
    @Param('view') name: string,
    @Param('subject') subject: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const parts = partsFor(this.parts, reply);
    const page = await history.open(parts, request);
    const found = await findSubject(parts.pool, name, subject, page.clocks);
    const { items, next, halted } = await readHistory(parts.pool, found, page.clocks, page.after, page.limit);
    if (halted !== null) throw haltedSubject(name, subject, halted);
    history.answer(request, reply, page, items, next);
  }

  @Get(':view/:subject/facts')
  @Endpoint({
    id: 'getFacts',
    summary: 'All facts that a subject is made of, newest first',
    access: 'reader',
    params: subjectParams,
    query: SubjectListQuery,
    example: { params: { view: 'tariffs', subject: 'USA>CHN:all' } },
    answers: { 200: { description: 'A page of facts', schema: FactsBody } },
    problems,
  })
  async facts(
    @Param('view') name: string,
    @Param('subject') subject: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const parts = partsFor(this.parts, reply);
    const page = await facts.open(parts, request);
    const found = await findSubject(parts.pool, name, subject, page.clocks);
    const read = await readSubjectFacts(parts.pool, found, page.clocks, page.after, page.limit);
    facts.answer(request, reply, page, await settleFacts(parts.pool, read.items), read.next);
  }
}

const described: readonly ViewBody[] = views.map(({ name, version, description, subject, state }) => ({
  name,
  version,
  description,
  subject,
  schema: z.toJSONSchema(state as z.ZodType, { target: 'draft-2020-12', io: 'output' }),
}));
