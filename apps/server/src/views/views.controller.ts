import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { justBefore, lastInstant } from '#catalogue/values/reduced-date.js';
import { formatClocks } from '#reader/clocks/clocks.js';
import { type HistoryPlace, readHistory } from '#reader/items/read-history.js';
import { readView } from '#reader/items/read-view.js';
import type { SubjectAt, ViewItem } from '#reader/items/view-item.js';
import { readSubjectFacts } from '#reader/timeline/read-subject-facts.js';
import { views } from '#views/registry.js';
import { settlePage } from '../articles/dropped-quotes.js';
import { READS, type ReadsPart, RUNTIME, type RuntimePart } from '../bootstrap/parts.js';
import { AnswerCache } from '../http/answer-cache.js';
import { sendWithEtag } from '../http/entity-tag.js';
import { CSV, isWholeList, NDJSON } from '../http/media-types.js';
import { Endpoint } from '../openapi/endpoint.js';
import { cancelOnDisconnect } from '../query/cancel-on-disconnect.js';
import { pagedList } from '../query/page.js';
import { DatedPlace, NamePlace } from '../query/parameters.js';
import { etagClocks, resolveRequestClocks } from '../query/request-clocks.js';
import { requireStory } from '../query/story-filter.js';
import { allParts, sendWhole } from '../query/whole-list.js';
import { FactsBody } from './fact.schema.js';
import { findSubject, findView, readItem } from './find-view.js';
import { haltedSubject } from './halted.js';
import { itemColumns, stepColumns } from './item-columns.js';
import { allSteps, readHistories } from './item-histories.js';
import { itemsFilter } from './state-filter.js';
import {
  HistoryBody,
  HistoryQuery,
  ItemAtBody,
  ItemOrStepLine,
  ItemQuery,
  ItemsBody,
  ItemsQuery,
  Subject,
  SubjectFactsQuery,
  StepLine,
  type ViewBody,
  ViewsBody,
} from './views.schema.js';

const items = pagedList(ItemsQuery, NamePlace);
const history = pagedList(HistoryQuery, DatedPlace);
const facts = pagedList(SubjectFactsQuery, DatedPlace);

const subjectParams = { view: z.string(), subject: Subject };
const problems = ['not-found', 'bad-cursor'] as const;

@ApiTags('views')
@Controller('v1/views')
export class ViewsController {
  constructor(
    @Inject(READS) private readonly reads: ReadsPart,
    @Inject(RUNTIME) private readonly runtime: RuntimePart,
    private readonly answers: AnswerCache,
  ) {}

  @Get()
  @Endpoint({
    id: 'listViews',
    summary: 'The views, with the schemas of their states',
    access: 'reader',
    conditional: true,
    answers: { 200: { description: 'All views', schema: ViewsBody } },
  })
  list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendWithEtag(request, reply, { items: viewBodies, next: null });
  }

  @Get(':view')
  @Endpoint({
    id: 'listItems',
    summary: 'The items of a view in all stories, ordered by subject',
    access: 'reader',
    params: { view: z.string() },
    query: ItemsQuery,
    example: { params: { view: 'tariffs' }, query: { party: 'CHN' } },
    answers: {
      200: {
        description:
          'A page of items; as CSV and NDJSON all items, or with `include=history` all steps of their histories, as ' +
          'CSV with a column for each value',
        schema: ItemsBody,
        texts: [CSV],
        also: { [NDJSON]: ItemOrStepLine },
      },
    },
    problems,
  })
  async items(@Param('view') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const reads = cancelOnDisconnect(this.reads, reply);
    const page = await items.open(reads, request);
    const { query, clocks } = page;
    const generation = await findView(reads.pool, name, clocks);
    const filter = itemsFilter(generation.view, query);
    await requireStory(reads.pool, query.story, clocks);
    const { pool } = reads;
    const { logger } = this.runtime;
    const read = (after: string | null, limit: number) => readView(pool, generation, filter, clocks, after, limit);
    const withHistory = query.include?.includes('history') ?? false;
    if (isWholeList(request.responseType)) {
      const subjects = allParts(read);
      return withHistory
        ? sendWhole(request, reply, logger, clocks, stepColumns(generation.view), allSteps(pool, subjects, clocks))
        : sendWhole(request, reply, logger, clocks, itemColumns(generation.view), itemsOf(subjects));
    }
    const { items: found, next, ...missing } = await read(page.after, page.limit);
    const histories = withHistory ? await readHistories(pool, found, clocks) : undefined;
    const shown = histories ? found.slice(0, histories.length) : found;
    items.answer(
      request,
      reply,
      page,
      shown.flatMap(({ item }) => item ?? []),
      shown.length < found.length ? (shown.at(-1)?.subject ?? null) : next,
      { ...missing, ...(histories && { histories }) },
    );
  }

  @Get(':view/:subject')
  @Endpoint({
    id: 'getItem',
    summary: 'One subject of a view',
    description: 'Before the first fact of the subject its state is null.',
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
    const reads = cancelOnDisconnect(this.reads, reply);
    const clocks = await resolveRequestClocks(reads, request.validatedQuery as z.output<typeof ItemQuery>);
    await this.answers.send(reads.pool, request, reply, ['item', name, subject], clocks, async () => {
      const item = await readItem(reads.pool, await findSubject(reads.pool, name, subject, clocks), clocks);
      return { body: { ...item, clocks: formatClocks(clocks) }, value: { ...item, clocks: etagClocks(clocks) } };
    });
  }

  @Get(':view/:subject/history')
  @Endpoint({
    id: 'getHistory',
    summary: 'The items of a subject over valid time, oldest first: by facts, and by time alone',
    access: 'reader',
    params: subjectParams,
    query: HistoryQuery,
    example: { params: { view: 'tariffs', subject: 'USA>CHN:all' } },
    answers: {
      200: {
        description: 'A page of items; as CSV and NDJSON all items',
        schema: HistoryBody,
        texts: [CSV],
        also: { [NDJSON]: StepLine },
      },
    },
    problems,
  })
  async history(
    @Param('view') name: string,
    @Param('subject') subject: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const reads = cancelOnDisconnect(this.reads, reply);
    const page = await history.open(reads, request);
    const found = await findSubject(reads.pool, name, subject, page.clocks);
    const { from, to } = page.query;
    const first = from ? { validFrom: justBefore(from.period.from), position: Number.MAX_SAFE_INTEGER } : null;
    const until = Math.min(page.clocks.instant, to ? lastInstant(to.period) : Infinity);
    const read = async (after: HistoryPlace | null, limit: number) => {
      const { halted, ...part } = await readHistory(reads.pool, found, page.clocks, {
        after: after ?? first,
        until,
        limit,
      });
      if (halted !== null) throw haltedSubject(name, subject, halted);
      return part;
    };
    if (isWholeList(request.responseType))
      return sendWhole(request, reply, this.runtime.logger, page.clocks, stepColumns(found.view), allParts(read));
    const { items, next } = await read(page.after, page.limit);
    history.answer(request, reply, page, items, next);
  }

  @Get(':view/:subject/facts')
  @Endpoint({
    id: 'getFacts',
    summary: 'All facts of a subject, newest first or oldest first',
    access: 'reader',
    params: subjectParams,
    query: SubjectFactsQuery,
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
    const reads = cancelOnDisconnect(this.reads, reply);
    const page = await facts.open(reads, request);
    const found = await findSubject(reads.pool, name, subject, page.clocks);
    const { query, clocks, after, limit } = page;
    const read = await readSubjectFacts(reads.pool, found, clocks, after, limit, query.order);
    const { items, next } = await settlePage(reads.pool, read, clocks);
    facts.answer(request, reply, page, items, next);
  }
}

/** The items of subjects that were read, some at a time. */
async function* itemsOf(subjects: AsyncIterable<readonly SubjectAt[]>): AsyncGenerator<ViewItem[]> {
  for await (const some of subjects) yield some.flatMap(({ item }) => item ?? []);
}

const viewBodies: readonly ViewBody[] = views.map(({ name, version, description, subject, state }) => ({
  name,
  version,
  description,
  subject,
  schema: z.toJSONSchema(state as z.ZodType, { target: 'draft-2020-12', io: 'output' }),
}));
