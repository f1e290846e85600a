import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { EventId } from '#catalogue/values/identifiers.js';
import { actorOf, permits } from '../auth/identity.js';
import { LOG, type LogPart } from '../bootstrap/parts.js';
import { sendWithEtag } from '../http/entity-tag.js';
import { limits } from '../http/limits.js';
import { Endpoint } from '../openapi/endpoint.js';
import { EXAMPLE_ARTICLE, LATER_ARTICLE } from '../openapi/components.js';
import { Problem } from '../problems/problem.js';
import { cancelOnDisconnect } from '../query/cancel-on-disconnect.js';
import { pagedList } from '../query/page.js';
import { MomentPlace } from '../query/parameters.js';
import { readBody } from '../query/read-body.js';
import { requireStory } from '../query/story-filter.js';
import type { Article } from './article.entity.js';
import { ArticleRepository } from './article.repository.js';
import {
  ArticleBody,
  ArticleId,
  ArticleInput,
  ArticlesBody,
  ArticlesQuery,
  DiffBody,
  DiffQuery,
  parseArticleId,
  toArticleBody,
  toComparedArticle,
  unknownArticle,
  WholeArticleBody,
} from './articles.schema.js';
import { compareTexts } from './compare-texts.js';
import { FileArticle } from './file-article.command.js';
import { readArticles, readArticlesOfStory } from './read-articles.js';
import { readRevisions } from './revisions.js';

const articles = pagedList(ArticlesQuery, z.strictObject({ filedAt: MomentPlace, id: EventId }));

@ApiTags('articles')
@Controller('v1/articles')
export class ArticlesController {
  constructor(
    @Inject(LOG) private readonly log: LogPart,
    private readonly repository: ArticleRepository,
    private readonly commands: CommandBus,
  ) {}

  @Post()
  @Endpoint({
    id: 'fileArticle',
    summary: 'Files an article from which facts are taken',
    description:
      'The same url and body again is answered with the article as it was first filed. The same url with another ' +
      'body is the next revision of that url.',
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
      200: { description: 'The article was filed before', schema: ArticleBody },
      201: { description: 'The article is filed', schema: ArticleBody, headers: { Location: 'The article' } },
    },
    problems: ['invalid-request'],
  })
  async file(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (bytesOfText(body) > limits.articleBytes)
      throw new Problem('too-large', 'The body of an article is at most 1 MiB.', {
        errors: [{ pointer: '/body', detail: 'must be at most 1 MiB' }],
      });
    const input = readBody(ArticleInput, body);
    const { article, fresh } = await this.commands.execute(new FileArticle(input, actorOf(request)));
    if (fresh) void reply.header('location', `/v1/articles/${article.id}`);
    void reply.code(fresh ? 201 : 200).send(await this.#toBody(article));
  }

  @Get()
  @Endpoint({
    id: 'listArticles',
    summary: 'Articles, the latest filed first or last',
    access: 'reader',
    query: ArticlesQuery,
    example: { query: { story: 'us-china-trade' } },
    answers: { 200: { description: 'A page of articles', schema: ArticlesBody } },
    problems: ['not-found', 'bad-cursor'],
  })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const log = cancelOnDisconnect(this.log, reply);
    const page = await articles.open(log, request);
    const { query, clocks, after, limit } = page;
    const { story, url, order } = query;
    await requireStory(log.pool, story, clocks);
    const { items, next } = await (story === undefined
      ? readArticles(log.pool, { url, order }, after, limit)
      : readArticlesOfStory(log.pool, story, clocks.position, { url, order }, after, limit));
    const revisions = await readRevisions(
      log.pool,
      items.map((article) => article.url),
    );
    const bodies = items.map((article) => toArticleBody(article, revisions));
    articles.answer(request, reply, page, bodies, next);
  }

  @Get(':id')
  @Endpoint({
    id: 'getArticle',
    summary: 'One article; editors see its body',
    access: 'reader',
    params: { id: ArticleId },
    conditional: true,
    example: { params: { id: EXAMPLE_ARTICLE } },
    answers: { 200: { description: 'The article', schema: WholeArticleBody } },
    problems: ['not-found'],
  })
  async get(@Param('id') text: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const id = parseArticleId(text);
    const mayReadBody = request.identity !== null && permits(request.identity.role, 'editor');
    const article = await (mayReadBody ? this.repository.findWhole(id) : this.repository.find(id));
    if (!article) throw unknownArticle(text);
    void reply.header('vary', 'authorization');
    const shown = await this.#toBody(article);
    sendWithEtag(request, reply, { ...shown, ...(mayReadBody && { body: article.body ?? null }) });
  }

  @Get(':id/diff')
  @Endpoint({
    id: 'compareArticles',
    summary: 'What differs between the texts of two articles, word by word',
    description:
      'Mostly two revisions of one url, but any two articles can be compared. White space is not compared. Passages ' +
      'that differ in too much are shown as replaced, and the answer is then `coarse`.',
    access: 'editor',
    params: { id: ArticleId },
    query: DiffQuery,
    conditional: true,
    example: { params: { id: EXAMPLE_ARTICLE }, query: { with: LATER_ARTICLE } },
    answers: { 200: { description: 'The comparison', schema: DiffBody } },
    problems: ['not-found'],
  })
  async diff(@Param('id') text: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = request.validatedQuery as z.output<typeof DiffQuery>;
    const before = await this.#findWithText(parseArticleId(text));
    const after = await this.#findWithText(query.with);
    const { parts, coarse } = compareTexts(before.body, after.body);
    sendWithEtag(request, reply, { before: toComparedArticle(before), after: toComparedArticle(after), coarse, parts });
  }

  async #toBody(article: Article): Promise<ArticleBody> {
    return toArticleBody(article, await readRevisions(this.log.pool, [article.url]));
  }

  /** @throws Problem `not-found` where there is no such article, or its text is not here */
  async #findWithText(id: string): Promise<Article & { body: string }> {
    const article = await this.repository.findWhole(id);
    if (!article) throw unknownArticle(id);
    const { body } = article;
    if (typeof body === 'string') return { ...article, body };
    const why = article.erasedReason === null ? 'was never filed here' : `was erased: ${article.erasedReason}`;
    throw new Problem('not-found', `There is no text of article ${id}: it ${why}`);
  }
}

/** The size of the text. It is checked before the schema, so that a text that is too large is refused for its size. */
function bytesOfText(input: unknown): number {
  const text = typeof input === 'object' && input !== null ? (input as { body?: unknown }).body : undefined;
  return typeof text === 'string' ? Buffer.byteLength(text, 'utf8') : 0;
}
