import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { EventId } from '#catalogue/values/event-id.js';
import { readEventsById } from '#log/read/read-events.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { actorOf } from '../auth/actor.js';
import { permits } from '../auth/roles.js';
import { pagedList } from '../query/page.js';
import { MomentPlace, PositionPlace } from '../query/places.js';
import { partsFor } from '../query/reading.js';
import { readBody } from '../query/read-body.js';
import type { ClockParts } from '../query/resolve-request-clocks.js';
import { Endpoint } from '../openapi/endpoint.js';
import { EXAMPLE_ARTICLE } from '../openapi/examples.js';
import { LogHead } from '../events/log-head.js';
import { EventsBody } from '../events/event.schema.js';
import { toEventBody } from '../events/to-event-body.js';
import { Problem } from '../problems/problem.js';
import { sendWithEtag } from '../http/conditional.js';
import { limits } from '../http/limits.js';
import { ArticleRepository } from './article.repository.js';
import {
  ArticleBody,
  ArticleEventsQuery,
  ArticleId,
  ArticleInput,
  ArticlesBody,
  ArticlesQuery,
  WholeArticleBody,
} from './articles.schema.js';
import { FileArticle } from './file-article.command.js';
import { settleSources } from './settle-sources.js';
import { readArticles, readArticlesOfStory } from './read-articles.js';
import { toArticleBody } from './to-article-body.js';

const articles = pagedList(ArticlesQuery, z.strictObject({ filedAt: MomentPlace, id: EventId }));
const events = pagedList(ArticleEventsQuery, PositionPlace);

const params = { id: ArticleId };

@ApiTags('articles')
@Controller('v1/articles')
export class ArticlesController {
  readonly #log: ClockParts & Pick<AppDependencies, 'cursorSecret'>;

  constructor(
    @Inject(SERVER_PARTS) parts: AppDependencies,
    private readonly repository: ArticleRepository,
    private readonly commands: CommandBus,
  ) {
    this.#log = { ...parts, checkpoint: new LogHead(parts.pool) };
  }

  @Post()
  @Endpoint({
    id: 'fileArticle',
    summary: 'Files an article that facts are taken from',
    description:
      'The same url and body again is answered with the article as it was first filed; the same url with another body is its next revision.',
    access: 'editor',
    body: { schema: ArticleInput },
    example: {
      body: {
        url: 'https://example.org/morning-gazette/envoys-meet',
        headline: 'Envoys meet',
        publisher: 'Morning Gazette',
        publishedAt: '2025-10-26',
        language: 'en',
        body: 'The envoys met on Sunday. Nothing was agreed, and nothing was ruled out.',
      },
    },
    answers: {
      200: { description: 'It had been filed before', schema: ArticleBody },
      201: { description: 'It is filed', schema: ArticleBody, headers: { Location: 'The article' } },
    },
    problems: ['invalid-request'],
  })
  async file(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (bytesOfBody(body) > limits.articleBytes)
      throw new Problem('too-large', 'The body of an article is at most 1 MiB.', {
        errors: [{ pointer: '/body', detail: 'must be at most 1 MiB' }],
      });
    const input = readBody(ArticleInput, body);
    const { article, fresh } = await this.commands.execute(new FileArticle(input, actorOf(request)));
    if (fresh) void reply.header('location', `/v1/articles/${article.id}`);
    void reply.code(fresh ? 201 : 200).send(toArticleBody(article));
  }

  @Get()
  @Endpoint({
    id: 'listArticles',
    summary: 'Articles, the latest filed first',
    access: 'reader',
    query: ArticlesQuery,
    example: { query: { story: 'us-china-trade' } },
    answers: { 200: { description: 'A page of articles', schema: ArticlesBody } },
    problems: ['bad-cursor'],
  })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const log = partsFor(this.#log, reply);
    const page = await articles.open(log, request);
    const { asked, clocks, after, limit } = page;
    const { items, next } = await (asked.story === undefined
      ? readArticles(log.pool, after, limit)
      : readArticlesOfStory(log.pool, asked.story, clocks.position, after, limit));
    articles.answer(request, reply, page, items.map(toArticleBody), next);
  }

  @Get(':id')
  @Endpoint({
    id: 'getArticle',
    summary: 'One article; editors see its body',
    access: 'reader',
    params,
    conditional: true,
    example: { params: { id: EXAMPLE_ARTICLE } },
    answers: { 200: { description: 'The article', schema: WholeArticleBody } },
    problems: ['not-found'],
  })
  async get(@Param('id') text: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = idOf(text);
    const mayReadBody = request.identity !== null && permits(request.identity.role, 'editor');
    const article = await (mayReadBody ? this.repository.findWhole(id) : this.repository.find(id));
    if (!article) throw noSuchArticle(text);
    void reply.header('vary', 'authorization');
    sendWithEtag(request, reply, { ...toArticleBody(article), ...(mayReadBody && { body: article.body ?? null }) });
  }

  @Get(':id/events')
  @Endpoint({
    id: 'listArticleEvents',
    summary: 'The facts taken from an article, in the order of the log',
    access: 'reader',
    params,
    query: ArticleEventsQuery,
    example: { params: { id: EXAMPLE_ARTICLE } },
    answers: { 200: { description: 'A page of events', schema: EventsBody } },
    problems: ['not-found', 'bad-cursor'],
  })
  async events(@Param('id') text: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const log = partsFor(this.#log, reply);
    const page = await events.open(log, request);
    const id = idOf(text);
    if (!(await this.repository.find(id))) throw noSuchArticle(text);
    const { clocks, limit } = page;
    const ids = await this.repository.eventIdsOf(id, page.after ?? page.asked.after ?? 0, clocks.position, limit + 1);
    const found = await readEventsById(log.pool, ids.slice(0, limit));
    const items = (await settleSources(log.pool, found)).map(toEventBody);
    events.answer(request, reply, page, items, ids.length > limit ? (items.at(-1)?.position ?? null) : null);
  }
}

/** The size of the text before anything else is looked at: a mistake elsewhere does not make it smaller. */
function bytesOfBody(input: unknown): number {
  const text = typeof input === 'object' && input !== null ? (input as { body?: unknown }).body : undefined;
  return typeof text === 'string' ? Buffer.byteLength(text, 'utf8') : 0;
}

/** @throws Problem `not-found` for what cannot be an id */
function idOf(text: string): string {
  const id = ArticleId.safeParse(text);
  if (!id.success) throw noSuchArticle(text);
  return id.data;
}

const noSuchArticle = (id: string): Problem => new Problem('not-found', `There is no article ${id}.`);
