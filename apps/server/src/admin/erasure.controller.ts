import { Body, Controller, Delete, Inject, Param, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Text } from '#catalogue/values/text.js';
import { ArticleBody, ArticleId, parseArticleId, toArticleBody, unknownArticle } from '../articles/articles.schema.js';
import { EraseArticleBody } from '../articles/erase-body.command.js';
import { readRevisions } from '../articles/revisions.js';
import { actorOf } from '../auth/identity.js';
import { LOG, type LogPart } from '../bootstrap/parts.js';
import { Endpoint } from '../openapi/endpoint.js';
import { ANOTHER_ARTICLE } from '../openapi/components.js';
import { readBody } from '../query/read-body.js';

const ErasureInput = z
  .strictObject({ reason: Text.meta({ description: 'Why: a claim of the publisher, a court order' }) })
  .meta({ id: 'Erasure', description: 'The reason of an erasure, which stays' });

@ApiTags('admin')
@Controller('v1/admin/articles')
export class ErasureController {
  constructor(
    @Inject(LOG) private readonly log: LogPart,
    private readonly commands: CommandBus,
  ) {}

  @Delete(':id/body')
  @Endpoint({
    id: 'eraseArticleBody',
    summary: 'Erases the text of an article for good',
    description:
      'Its sha256, the quotes in events and the reason stay. Filed again, the text is not kept. An article that was ' +
      'erased before is not changed.',
    access: 'admin',
    params: { id: ArticleId },
    body: { schema: ErasureInput },
    example: { params: { id: ANOTHER_ARTICLE }, body: { reason: 'The publisher has withdrawn it.' } },
    answers: { 200: { description: 'The article, without its text', schema: ArticleBody } },
    problems: ['not-found', 'invalid-request'],
  })
  async erase(@Param('id') id: string, @Body() body: unknown, @Req() request: FastifyRequest): Promise<ArticleBody> {
    const { reason } = readBody(ErasureInput, body);
    const article = await this.commands.execute(new EraseArticleBody(parseArticleId(id), reason, actorOf(request)));
    if (!article) throw unknownArticle(id);
    return toArticleBody(article, await readRevisions(this.log.pool, [article.url]));
  }
}
