import { Body, Controller, Delete, Inject, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Text } from '#catalogue/values/text.js';
import type { Actor } from '#platform/audit/audit-trail.js';
import { SERVER_PARTS, type AppDependencies } from '../app-dependencies.js';
import { actorOf } from '../auth/actor.js';
import type { Article } from '../articles/article.entity.js';
import { ArticleRepository } from '../articles/article.repository.js';
import { ArticleBody, ArticleId } from '../articles/articles.schema.js';
import { eraseBody } from '../articles/erase-body.js';
import { toArticleBody } from '../articles/to-article-body.js';
import { readBody } from '../query/read-body.js';
import { Endpoint } from '../openapi/endpoint.js';
import { ANOTHER_ARTICLE } from '../openapi/examples.js';
import { Problem } from '../problems/problem.js';

const ErasureInput = z
  .strictObject({ reason: Text.meta({ description: 'Why: a claim of the publisher, a court order' }) })
  .meta({ id: 'Erasure', description: 'The reason, which stays' });

@ApiTags('admin')
@Controller('v1/admin/articles')
export class ErasureController {
  constructor(
    @Inject(SERVER_PARTS) private readonly parts: AppDependencies,
    private readonly articles: ArticleRepository,
  ) {}

  @Delete(':id/body')
  @Endpoint({
    id: 'eraseArticleBody',
    summary: 'Erases the text of an article for good',
    description:
      'Its sha256 stays, as do the quotes in events and the reason. Filed again, the text is not kept. An article that was erased before is answered as it is.',
    access: 'admin',
    params: { id: ArticleId },
    body: { schema: ErasureInput },
    example: { params: { id: ANOTHER_ARTICLE }, body: { reason: 'The publisher has withdrawn it.' } },
    answers: { 200: { description: 'The article, without its text', schema: ArticleBody } },
    problems: ['not-found', 'invalid-request'],
  })
  async erase(@Param('id') text: string, @Body() body: unknown, @Req() request: FastifyRequest): Promise<ArticleBody> {
    const { reason } = readBody(ErasureInput, body);
    const { success, data: id = '' } = ArticleId.safeParse(text);
    const article = success ? await this.#erased(id, reason, actorOf(request)) : null;
    if (!article) throw new Problem('not-found', `There is no article ${text}.`);
    return toArticleBody(article);
  }

  /**
   * The article, without its text, `null` where there is none. One that is found as it was had been filed since, and is
   * there to be erased the next time.
   */
  async #erased(id: string, reason: string, actor: Actor): Promise<Article | null> {
    for (;;) {
      await eraseBody(this.parts.accessPool, id, reason, actor);
      const article = await this.articles.find(id);
      if (article?.erasedReason !== null) return article;
    }
  }
}
